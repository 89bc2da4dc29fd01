package io.orderlake.bootstrap.up;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.broker.BrokerProcess;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import io.orderlake.application.run.Backoff;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.BrokerAddress;
import io.orderlake.domain.lake.LakeFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lake's own broker: one child process, its data under {@code kafka/}, its address where the
 * other roles look for it. One that ends by itself is started again on the same data and port. Must
 * be started by the holder of the {@link LakeLock} only.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalBroker.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LASTED = Duration.ofMinutes(1);

  /** A signal to all processes of a group ends the broker, too, before this one knows of it. */
  private static final Duration WORD_OF_STOP = Duration.ofSeconds(1);

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final String BROKER = "broker";

  /** Of a process that SIGKILL has ended, as a shell reports it. */
  private static final int KILLED = 137;

  private final BrokerAddress address;
  private final BrokerTrace trace;
  private final Function<Integer, BrokerProcess> process;
  private final Troubles troubles;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread keeper = new Thread(this::keep, "broker-keeper");
  private volatile EmbeddedBroker broker;

  private LocalBroker(
      BrokerAddress address,
      BrokerTrace trace,
      Function<Integer, BrokerProcess> process,
      int port,
      Consumer<String> notes) {
    this.address = address;
    this.trace = trace;
    this.process = process;
    this.troubles = new Troubles(notes);
    this.broker = EmbeddedBroker.start(process.apply(port));
    trace.leave(broker.pid());
    address.write(broker.bootstrapServers());
    keeper.setDaemon(true);
    keeper.start();
  }

  /**
   * Starts the broker, after one that a killed process left behind has ended.
   *
   * @param target the build output of the broker's module, with its class path
   * @param notes told when the broker ends by itself, and why, and when it runs again
   */
  public static LocalBroker start(LakehouseConfig config, Path target, Consumer<String> notes) {
    Path kafka = config.data().resolve("kafka");
    BrokerTrace trace = new BrokerTrace(kafka.resolve("process"));
    trace.endLeftBehind();
    return new LocalBroker(
        BrokerAddress.of(config),
        trace,
        port ->
            new BrokerProcess(
                BrokerProcess.classPathIn(target),
                kafka.resolve("data"),
                port,
                config.logs().resolve("kafka.log"),
                PATIENCE),
        config.kafka().port(),
        notes);
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  private int port() {
    String text = bootstrapServers();
    return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
  }

  private void keep() {
    int failures = 0;
    while (true) {
      long begun = System.nanoTime();
      int exit = broker.onExit().join();
      if (isClosingWithin(WORD_OF_STOP)) {
        return;
      }
      String why =
          exit == KILLED ? "it was killed" : broker.lastWords().getOrElse("it did not say why");
      ended("the Kafka broker ended by itself, exit code " + exit + ": " + why);
      boolean lasted = Duration.ofNanos(System.nanoTime() - begun).compareTo(LASTED) > 0;
      failures = lasted ? 1 : failures + 1;
      while (!isClosingWithin(PAUSES.after(failures)) && !startedAgain()) {
        failures++;
      }
    }
  }

  private boolean startedAgain() {
    try {
      EmbeddedBroker again = EmbeddedBroker.start(process.apply(port()));
      broker = again;
      trace.leave(again.pid());
      if (isClosing()) {
        again.close();
      } else {
        troubles.over(BROKER, "the Kafka broker runs again at " + bootstrapServers());
      }
      return true;
    } catch (KafkaFailure | LakeFailure e) {
      ended(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void ended(String what) {
    LOG.error("{}", what);
    troubles.met(BROKER, what, what + "; it is started again");
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private boolean isClosingWithin(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    address.remove();
    broker.close();
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    broker.close();
    trace.remove();
  }
}
