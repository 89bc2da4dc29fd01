package io.orderlake.bootstrap.up;

import io.orderlake.adapters.kafka.broker.BrokerProcess;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.BrokerAddress;
import io.orderlake.bootstrap.wiring.Unavailable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The lake's own broker: one child process, its data under {@code kafka/}, its address where the
 * other roles look for it. Must be started by the holder of the {@link LakeLock} only.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EmbeddedBroker broker;
  private final BrokerAddress address;
  private final BrokerTrace trace;
  private final Path log;

  private LocalBroker(EmbeddedBroker broker, BrokerAddress address, BrokerTrace trace, Path log) {
    this.broker = broker;
    this.address = address;
    this.trace = trace;
    this.log = log;
  }

  /**
   * Starts the broker, after one that a killed process left behind has ended.
   *
   * @param target the build output of the broker's module, with its class path
   */
  public static LocalBroker start(LakehouseConfig config, Path target) {
    Path kafka = config.data().resolve("kafka");
    Path log = config.logs().resolve("kafka.log");
    BrokerTrace trace = new BrokerTrace(kafka.resolve("process"));
    trace.endLeftBehind();
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            new BrokerProcess(
                BrokerProcess.classPathIn(target),
                kafka.resolve("data"),
                config.kafka().port(),
                log,
                PATIENCE));
    trace.leave(broker.pid());
    BrokerAddress address = BrokerAddress.of(config);
    address.write(broker.bootstrapServers());
    return new LocalBroker(broker, address, trace, log);
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Throws when the broker has ended by itself. */
  public void throwIfBroken() {
    if (!broker.isAlive()) {
      throw new Unavailable("the Kafka broker ended by itself; its log is in " + log);
    }
  }

  @Override
  public void close() {
    address.remove();
    broker.close();
    trace.remove();
  }
}
