package io.orderlake.bootstrap.config;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.application.lake.Wish;
import io.orderlake.application.lake.Wishes;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The configuration in force, checked.
 *
 * @param data the lake's directory, absolute; of a lake on an object store, what this machine keeps
 *     of it
 * @param store the root of a lake on an object store, a URI without a slash at its end; none for
 *     one in {@code data}
 * @param workOfAll where all lakes' work lies, each in a directory of its own; absolute; none where
 *     it lies in the lakes
 * @param kafka where events come from
 * @param ingestInterval least time between two commits to Bronze
 * @param maxRecordsPerRange about how many records a run handles in one step
 * @param upkeep when files are joined and removed
 * @param spark where the work is done
 * @param reportingZone the zone whose hours and days Gold speaks of
 * @param gold the Gold tables, cut in that zone
 * @param sources topics, and feeds, whose records have shapes of their own
 * @param rules what the rules allow
 * @param registry who is asked for schemas
 * @param lineage who is told what runs read and wrote
 * @param metrics where metrics are served
 * @param console where the console is served, and what it shows
 * @param serve where Gold is served to tools that ask databases
 * @param warnings what works but should be written otherwise, as sentences that say where it stands
 * @param entries every setting's text and origin, by key, for showing
 */
public record LakehouseConfig(
    Path data,
    Option<String> store,
    Option<Path> workOfAll,
    Kafka kafka,
    Duration ingestInterval,
    int maxRecordsPerRange,
    Upkeep upkeep,
    Spark spark,
    ZoneId reportingZone,
    List<GoldProjection> gold,
    Sources sources,
    RuleSettings rules,
    Registry registry,
    Lineage lineage,
    Metrics metrics,
    Console console,
    Serve serve,
    List<String> warnings,
    SortedMap<String, Entry> entries) {

  /**
   * Kafka.
   *
   * @param bootstrap brokers as host:port with commas between; empty for the embedded one
   * @param topic the order events' topic; empty for none
   * @param partitions of the topic where Orderlake creates it
   * @param port of the embedded broker, 0 for any free one
   * @param shadowGroup the consumer group that shows how far Bronze is; empty for none
   * @param client handed to every client as it is; may hold secrets
   */
  public record Kafka(
      String bootstrap,
      String topic,
      int partitions,
      int port,
      String shadowGroup,
      SortedMap<String, String> client) {

    @Override
    public String toString() {
      return "Kafka[bootstrap=" + bootstrap + ", topic=" + topic + ", client=" + client.keySet();
    }
  }

  /**
   * Maintenance.
   *
   * @param retention how long lake versions that were replaced can be read
   * @param everyCommits the watcher asks for it after so many commits to Bronze; 0 for never
   */
  public record Upkeep(Duration retention, int everyCommits) {}

  /**
   * The schema registry.
   *
   * @param url where it is; none for none
   * @param user that it is asked as; empty for nobody
   * @param password that user's, a secret
   * @param trustStore a file of certificates, absolute; none for those that Java trusts
   * @param trustStorePassword that file's, a secret; empty for none
   */
  public record Registry(
      Option<URI> url,
      String user,
      String password,
      Option<Path> trustStore,
      String trustStorePassword) {
    @Override
    public String toString() {
      return "Registry[url=" + url + ", user=" + user + "]";
    }
  }

  /** Ways to tell lineage. */
  public enum LineageTo {
    FILE,
    HTTP,
    NOBODY
  }

  /**
   * Lineage.
   *
   * @param to where OpenLineage events go
   * @param url the lineage server's; there when events go to one
   * @param apiKey its key, a secret; empty for none
   * @param namespace of the jobs
   */
  public record Lineage(LineageTo to, Option<URI> url, String apiKey, String namespace) {
    @Override
    public String toString() {
      return "Lineage[to=" + to + ", url=" + url + ", namespace=" + namespace + "]";
    }
  }

  /**
   * Metrics.
   *
   * @param port on the loopback address; 0 for any that is free, none for no metrics of {@code up}
   * @param isChosen somebody said so, and means no other port
   * @param webhook who is told of troubles, a secret; none for nobody
   */
  public record Metrics(Option<Integer> port, boolean isChosen, Option<URI> webhook) {
    /** The port when nobody says anything. */
    public static final int USUAL_PORT = Integer.parseInt(Settings.METRICS_PORT.defaultText());

    @Override
    public String toString() {
      return "Metrics[port=" + port + ", tells=" + webhook.isDefined() + "]";
    }
  }

  /**
   * The console in the browser.
   *
   * @param port 0 for any that is free, none for no console of {@code up}
   * @param isChosen somebody said so, and means no other port
   * @param bind the address that it listens at
   * @param showsValues the bytes of records are shown
   */
  public record Console(
      Option<Integer> port, boolean isChosen, InetAddress bind, boolean showsValues) {
    /** The port when nobody says anything. */
    public static final int USUAL_PORT = Integer.parseInt(Settings.CONSOLE_PORT.defaultText());
  }

  /**
   * Serving Gold.
   *
   * @param postgres the database that somebody has chosen; none where nobody has
   * @param port of the PostgreSQL that {@code up --serve} runs, on the loopback address
   * @param history how long a version can be read after another one has taken its place; 0 for not
   *     at all
   */
  public record Serve(Option<PostgresAddress> postgres, int port, Duration history) {}

  /**
   * Spark.
   *
   * @param master its master URL; empty for the one that {@code spark-submit} gives, or else every
   *     core of this machine
   * @param conf handed to Spark as it is; may hold secrets
   */
  public record Spark(String master, SortedMap<String, String> conf) {
    private static final String HADOOP = "spark.hadoop.";

    /** All of it under Spark's own names. */
    public SortedMap<String, String> settings() {
      return master.isEmpty() ? conf : conf.put("spark.master", master);
    }

    /** What Hadoop is told, under its own names. */
    public SortedMap<String, String> hadoop() {
      return conf.filterKeys(name -> name.startsWith(HADOOP))
          .mapKeys(name -> name.substring(HADOOP.length()));
    }

    @Override
    public String toString() {
      return "Spark[master=" + master + ", conf=" + conf.keySet();
    }
  }

  /**
   * Settings whose names Orderlake does not know in advance.
   *
   * @param prefix what their keys begin with, with the dot
   * @param separator what an underscore in the name of an environment variable stands for; names
   *     with capital letters can only be set in the file
   * @param example one of them, as it may stand in the file
   * @param meaning one line
   */
  public record SettingFamily(String prefix, char separator, String example, String meaning) {}

  /** The same for a lake in another directory. */
  public LakehouseConfig withData(Path directory) {
    return new LakehouseConfig(
        directory,
        Option.none(),
        workOfAll,
        kafka,
        ingestInterval,
        maxRecordsPerRange,
        upkeep,
        spark,
        reportingZone,
        gold,
        sources,
        rules,
        registry,
        lineage,
        metrics,
        console,
        serve,
        warnings,
        entries);
  }

  /** The same of a lake that holds events of the contract alone, and converts nothing. */
  public LakehouseConfig ofContractEvents() {
    String topic = kafka.topic.isEmpty() ? Settings.KAFKA_TOPIC.defaultText() : kafka.topic;
    return new LakehouseConfig(
        data,
        store,
        workOfAll,
        new Kafka(
            kafka.bootstrap, topic, kafka.partitions, kafka.port, kafka.shadowGroup, kafka.client),
        ingestInterval,
        maxRecordsPerRange,
        upkeep,
        spark,
        reportingZone,
        gold,
        Sources.NONE,
        rules.withRates(Option.none()),
        registry,
        lineage,
        metrics,
        console,
        serve,
        warnings,
        entries);
  }

  /** All topics that the lake is filled from, at least one: the events' own, and the sources'. */
  public List<String> topics() {
    List<String> ofSources = List.ofAll(sources.all()).flatMap(Source::topics);
    return kafka.topic.isEmpty() ? ofSources : ofSources.prepend(kafka.topic);
  }

  /** What is said of a lake's properties, and by whom. */
  public Wishes wishes() {
    return new Wishes(
        wish(Settings.REPORTING_ZONE.key(), reportingZone),
        wish(Settings.CURRENCY.key(), rules.currency()));
  }

  private <T> Wish<T> wish(String key, T value) {
    return new Wish<>(
        value,
        entries
            .get(key)
            .filter(
                entry ->
                    entry.origin() instanceof Origin.Environment
                        || entry.origin() instanceof Origin.File
                        || entry.origin() instanceof Origin.Option)
            .map(entry -> key + " is set by " + entry.origin()));
  }

  /**
   * The same with the properties of the lake in the place of what was configured.
   *
   * @param present those properties
   * @param where where they were read, for people
   */
  public LakehouseConfig in(LakeProperties present, String where) {
    Origin origin = new Origin.Lake(where);
    return new LakehouseConfig(
        data,
        store,
        workOfAll,
        kafka,
        ingestInterval,
        maxRecordsPerRange,
        upkeep,
        spark,
        present.reportingZone(),
        gold.map(table -> table.in(present)),
        sources,
        rules.withCurrency(present.currency()),
        registry,
        lineage,
        metrics,
        console,
        serve,
        warnings,
        entries
            .put(Settings.REPORTING_ZONE.key(), new Entry(present.reportingZone().getId(), origin))
            .put(Settings.CURRENCY.key(), new Entry(present.currency(), origin)));
  }

  /** Where the lake is, for people. */
  public String place() {
    return store.getOrElse(data::toString);
  }

  /** Where what can be made anew lies, and logs: a directory of this lake alone. */
  public Path work() {
    return workOfAll.map(all -> all.resolve(LocalName.of(place()))).getOrElse(data);
  }

  /** Where Spark's files and the index of event ids lie. */
  public Path sparkFiles() {
    return work().resolve("checkpoints").resolve("spark");
  }

  /** Where logs go. */
  public Path logs() {
    return work().resolve("logs");
  }

  /** Names what is configured without its values, which may be secret. */
  @Override
  public String toString() {
    return "LakehouseConfig[data=" + data + ", keys=" + entries.keySet().mkString(",") + "]";
  }
}
