package io.orderlake.bootstrap.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import io.orderlake.application.check.TellTroubles;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.control.Option;

/** Orderlake put together for one configuration. Nothing is opened before it is asked for. */
public final class Lakehouse implements AutoCloseable {
  private final Injector injector;

  private Lakehouse(Injector injector) {
    this.injector = injector;
  }

  /** The shopping list. */
  public static Lakehouse open(LakehouseConfig config) {
    return new Lakehouse(
        Guice.createInjector(
            new ConfigModule(config),
            new KafkaModule(),
            new DeltaModule(),
            new ControlModule(),
            new LineageModule(),
            new SparkModule(),
            new SchemaModule(),
            new JobModule(),
            new UseCaseModule(),
            new FeedModule(),
            new MetricsModule(),
            new ServeModule(),
            new ConsoleModule(),
            new LakePagesModule()));
  }

  /** A port or a use case, opened now if it was not yet; callable from any thread. */
  public <T> T get(Class<T> type) {
    try {
      return injector.getInstance(type);
    } catch (ProvisionException e) {
      // The cause says what was attempted; the wrapper, which class asked for it.
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error broken) {
        throw broken;
      }
      throw e;
    }
  }

  /** Who tells troubles unasked; none where nobody is to be told. */
  public Option<TellTroubles> troubles() {
    return injector.getInstance(new Key<Option<TellTroubles>>() {});
  }

  /** Closes what was opened, in the reverse order. */
  @Override
  public void close() throws Exception {
    injector.getInstance(Resources.class).close();
  }
}
