package io.orderlake.broker;

import java.util.Properties;

/**
 * The node's configuration: one node that is broker and controller, on loopback, small in memory
 * and threads, and that never deletes a record by age or size.
 */
final class BrokerSettings {
  static final String HOST = "127.0.0.1";
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(BrokerOptions options) {
    Properties settings = new Properties();
    String broker = "PLAINTEXT://" + HOST + ":" + options.port();
    String controller = HOST + ":" + options.controllerPort();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("listeners", broker + "," + CONTROLLER_LISTENER + "://" + controller);
    settings.setProperty("advertised.listeners", broker);
    settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
    settings.setProperty("log.dirs", options.dir().toString());
    keepEverything(settings);
    staySmall(settings);
    startAndStopQuickly(settings);
    return settings;
  }

  private static void keepEverything(Properties settings) {
    settings.setProperty("log.retention.ms", "-1");
    settings.setProperty("log.retention.bytes", "-1");
    settings.setProperty("auto.create.topics.enable", "false");
    // what a record may have is for the producer's own setting to say
    settings.setProperty("message.max.bytes", "16777216");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
  }

  private static void staySmall(Properties settings) {
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("transaction.state.log.num.partitions", "1");
    settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "2");
    settings.setProperty("background.threads", "2");
    settings.setProperty("num.replica.fetchers", "1");
    settings.setProperty("num.recovery.threads.per.data.dir", "2");
    settings.setProperty("log.cleaner.threads", "1");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
    settings.setProperty("log.segment.bytes", "134217728");
    settings.setProperty("log.index.size.max.bytes", "1048576");
    settings.setProperty("queued.max.requests", "100");
  }

  private static void startAndStopQuickly(Properties settings) {
    // a node alone has nobody to hand its partitions to
    settings.setProperty("controlled.shutdown.enable", "false");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("broker.heartbeat.interval.ms", "250");
    settings.setProperty("broker.session.timeout.ms", "2500");
    settings.setProperty("controller.quorum.election.timeout.ms", "500");
  }
}
