package io.orderlake.broker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.TimeZone;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka node, broker and controller in one, until its standard input ends (its parent is
 * gone) or it gets SIGTERM.
 *
 * <p>When it takes requests it prints one line, {@code ready HOST:PORT CLUSTER_ID}, on standard
 * output. Its log goes to standard error. Exit codes: 0 stopped as asked, 1 the broker failed, 2
 * wrong arguments.
 */
public final class EmbeddedBrokerMain {
  private EmbeddedBrokerMain() {}

  /** Starts the node and waits for its end. */
  public static void main(String[] args) {
    // Kafka names its segments by the default locale's digits.
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    BrokerOptions options;
    try {
      options = BrokerOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try {
      run(options);
    } catch (Exception e) {
      System.err.println("the broker on " + options.dir() + " failed:");
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void run(BrokerOptions options) throws Exception {
    String clusterId = Storage.formatIfNeeded(options.dir());
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.of(options), false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOnSignal(server), "stop-on-signal"));
    server.startup();
    System.out.println("ready " + BrokerSettings.HOST + ":" + options.port() + " " + clusterId);
    System.out.flush();

    Thread watch = new Thread(() -> stopWhenParentIsGone(server), "watch-parent");
    watch.setDaemon(true);
    watch.start();
    server.awaitShutdown();
  }

  /** Ends the process itself: else it depends on which thread is faster whether its code is 0. */
  private static void stopOnSignal(KafkaRaftServer server) {
    stop(server);
    Runtime.getRuntime().halt(0);
  }

  private static void stopWhenParentIsGone(KafkaRaftServer server) {
    InputStream in = System.in;
    try {
      while (in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println("standard input broke, so the parent is taken to be gone: " + e);
    }
    stop(server);
  }

  /**
   * One caller at a time: a parent that ends the process closes its standard input, too, and of two
   * callers the second would stop the controller under a broker that is still taking its leave.
   */
  private static synchronized void stop(KafkaRaftServer server) {
    server.shutdown();
  }
}
