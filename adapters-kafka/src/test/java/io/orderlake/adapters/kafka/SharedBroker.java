package io.orderlake.adapters.kafka;

import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** One broker for all tests of a class: started before the first, stopped after the last. */
public final class SharedBroker implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private record Running(KafkaConnection connection, Runnable stop) {}

  private final Supplier<Running> start;
  private Running running;
  private TestAbortedException aborted;

  private SharedBroker(Supplier<Running> start) {
    this.start = start;
  }

  /**
   * The broker that Orderlake brings along.
   *
   * @param dir where it keeps its data; asked for when it starts
   */
  public static SharedBroker embedded(Supplier<Path> dir) {
    return new SharedBroker(
        () -> {
          EmbeddedBroker broker = TestBroker.start(dir.get());
          return new Running(broker.connection(), broker::close);
        });
  }

  /** A broker in a container; the tests are aborted where no Docker daemon answers. */
  public static SharedBroker inContainer() {
    return new SharedBroker(
        () -> {
          ContainerBroker broker = ContainerBroker.start();
          return new Running(broker.connection(), broker::close);
        });
  }

  public KafkaConnection connection() {
    return running.connection();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    try {
      running = start.get();
    } catch (TestAbortedException e) {
      aborted = e;
      System.err.println(context.getDisplayName() + ": " + e.getMessage());
    }
  }

  /** Aborts each test by itself: those of an aborted class would be missing in Surefire's count. */
  @Override
  public void beforeEach(ExtensionContext context) {
    if (aborted != null) {
      throw aborted;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (running != null) {
      running.stop().run();
    }
  }
}
