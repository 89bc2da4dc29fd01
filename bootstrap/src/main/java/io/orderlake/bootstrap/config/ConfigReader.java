package io.orderlake.bootstrap.config;

import io.orderlake.adapters.spark.SparkSettings;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.order.RuleSettings;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;

/** Reads the configuration, and finds everything that is wrong with it in one go. */
public final class ConfigReader {
  /** Variables that are no settings: the launcher's, and those of whoever watches the process. */
  private static final Set<String> OTHERS =
      HashSet.of(
          ConfigSources.FILE_VARIABLE,
          "ORDERLAKE_HEAP",
          "ORDERLAKE_JAVA_OPTS",
          "ORDERLAKE_TMP",
          "ORDERLAKE_HEARTBEAT",
          "ORDERLAKE_ARCHIVE",
          "ORDERLAKE_INSTALL",
          "ORDERLAKE_DRY_RUN",
          "ORDERLAKE_HOME");

  private static final Origin DEFAULT = new Origin.Default();
  private static final String INTERVAL_ON_STORES = "10s";

  private final ConfigSources sources;
  private final SettingNames names;
  private final GivenEntries given = new GivenEntries();
  private final java.util.List<String> problems = new ArrayList<>();

  private ConfigReader(ConfigSources sources, SettingNames names) {
    this.sources = sources;
    this.names = names;
  }

  /** The configuration, or every problem as a sentence that says where and what to do. */
  public static Either<List<String>, LakehouseConfig> read(ConfigSources sources) {
    return read(sources, SettingNames.ALL);
  }

  /** The same of settings that may have other names. */
  static Either<List<String>, LakehouseConfig> read(ConfigSources sources, SettingNames names) {
    return new ConfigReader(sources, names).read();
  }

  private Either<List<String>, LakehouseConfig> read() {
    names.settings().forEach(s -> given.assume(s.key(), new Entry(s.defaultText(), DEFAULT)));
    file().forEach(this::addFile);
    TreeMap.ofAll(sources.environment().toJavaMap())
        .filterKeys(variable -> variable.startsWith("ORDERLAKE_"))
        .forEach(this::addVariable);
    sources
        .options()
        .forEach((key, e) -> given.overrule(names.ofKey(key).getOrElse(SettingName.of(key)), e));

    assumeOfStores();
    Values values = new Values(given.entries());
    ZoneId zone = values.of(Settings.REPORTING_ZONE);
    SourceFiles files = new SourceFiles(sources.home());
    RuleSettings rules = new RulesReader(values, files).read();
    Option<String> lake = values.of(Settings.LAKE);
    String topic = values.of(Settings.KAFKA_TOPIC);
    LakehouseConfig config =
        new LakehouseConfig(
            data(values, lake),
            lake,
            values.of(Settings.WORK).map(this::absolute),
            new LakehouseConfig.Kafka(
                values.of(Settings.KAFKA_BOOTSTRAP),
                topic,
                values.of(Settings.KAFKA_PARTITIONS),
                values.of(Settings.KAFKA_PORT),
                values.of(Settings.SHADOW_GROUP),
                values.family(Settings.KAFKA_CLIENT)),
            values.of(Settings.INGEST_INTERVAL),
            values.of(Settings.MAX_RECORDS),
            new LakehouseConfig.Upkeep(
                values.of(Settings.RETENTION), values.of(Settings.EVERY_COMMITS)),
            spark(values),
            zone,
            new GoldTablesReader(values).read(new LakeProperties(zone, rules.currency())),
            new SourcesReader(values, files).read(topic),
            rules,
            registry(values),
            new LineageReader(values).read(),
            metrics(values),
            new LakehouseConfig.Console(
                values.of(Settings.CONSOLE_PORT),
                values.isSaid(Settings.CONSOLE_PORT),
                values.of(Settings.CONSOLE_BIND),
                values.of(Settings.CONSOLE_SHOW_VALUES)),
            new ServeReader(values).read(),
            given.warnings(),
            given.entries());
    List<String> all =
        List.ofAll(problems).appendAll(given.problems()).appendAll(values.problems());
    return all.isEmpty() ? Either.right(config) : Either.left(all.appendAll(given.warnings()));
  }

  /** Each commit on a store costs requests. */
  private void assumeOfStores() {
    boolean isOnStore = given.entries().get(Settings.LAKE.key()).exists(e -> !e.text().isBlank());
    String interval = Settings.INGEST_INTERVAL.key();
    if (isOnStore && given.entries().get(interval).exists(e -> e.origin().equals(DEFAULT))) {
      given.assume(interval, new Entry(INTERVAL_ON_STORES, DEFAULT));
    }
  }

  /** Lakes on stores have one each below the usual one. */
  private Path data(Values values, Option<String> lake) {
    Path data = absolute(values.of(Settings.DATA));
    return values.isSaid(Settings.DATA)
        ? data
        : lake.map(LocalName::of).map(data::resolve).getOrElse(data);
  }

  private Path absolute(Path path) {
    return sources.home().resolve(path).toAbsolutePath().normalize();
  }

  private static LakehouseConfig.Spark spark(Values values) {
    SortedMap<String, String> conf = values.family(Settings.SPARK_CONF);
    SparkSettings.refused(conf)
        .forEach(
            (name, only) ->
                values.problem(
                    Settings.SPARK_CONF.prefix() + name,
                    "%s%s can only be %s: what the tables hold stands on it; take it out"
                        .formatted(Settings.SPARK_CONF.prefix(), name, only)));
    return new LakehouseConfig.Spark(values.of(Settings.SPARK_MASTER), conf);
  }

  private static LakehouseConfig.Metrics metrics(Values values) {
    LakehouseConfig.Metrics metrics =
        new LakehouseConfig.Metrics(
            values.of(Settings.METRICS_PORT),
            values.isSaid(Settings.METRICS_PORT),
            values.of(Settings.ALERT_WEBHOOK));
    if (metrics.port().isEmpty() && metrics.webhook().isDefined()) {
      values.problem(
          Settings.ALERT_WEBHOOK.key(),
          "alert.webhook needs metrics.port: whoever serves metrics tells; 0 is any free port");
    }
    return metrics;
  }

  private LakehouseConfig.Registry registry(Values values) {
    return new LakehouseConfig.Registry(
        values.of(Settings.REGISTRY_URL),
        values.of(Settings.REGISTRY_USER),
        values.of(Settings.REGISTRY_PASSWORD),
        values.of(Settings.REGISTRY_TRUST_STORE).map(this::absolute),
        values.of(Settings.REGISTRY_TRUST_STORE_PASSWORD));
  }

  private Option<Path> file() {
    Option<Path> named =
        sources
            .file()
            .orElse(() -> sources.environment().get(ConfigSources.FILE_VARIABLE).map(Path::of));
    return named.orElse(
        () -> Option.some(sources.home().resolve(ConfigSources.FILE)).filter(Files::exists));
  }

  private void addFile(Path path) {
    ConfigFile file = ConfigFile.read(path);
    file.problems().forEach(problems::add);
    file.entries()
        .forEach(
            (key, entry) ->
                names
                    .ofKey(key)
                    .peek(name -> given.put(name, entry))
                    .onEmpty(() -> problems.add(entry.origin() + ": " + names.unknown(key))));
  }

  private void addVariable(String variable, String text) {
    Entry entry = new Entry(text, new Origin.Environment(variable));
    names
        .ofVariable(variable)
        .peek(name -> given.put(asInTheFile(name), entry))
        .onEmpty(
            () -> {
              if (!OTHERS.contains(variable)) {
                problems.add(
                    entry.origin()
                        + " is not a setting; `orderlake config` lists them. Unset it or correct"
                        + " its name");
              }
            });
  }

  /** A variable cannot spell capitals; where the file has the name with some, that one is meant. */
  private SettingName asInTheFile(SettingName name) {
    return given
        .entries()
        .keySet()
        .find(known -> known.equalsIgnoreCase(name.key()))
        .map(known -> new SettingName(known, name.former()))
        .getOrElse(name);
  }
}
