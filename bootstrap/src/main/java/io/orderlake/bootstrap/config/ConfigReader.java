package io.orderlake.bootstrap.config;

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
import java.util.Locale;

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

  private final ConfigSources sources;
  private final java.util.List<String> problems = new ArrayList<>();
  private SortedMap<String, Entry> entries = TreeMap.empty();

  private ConfigReader(ConfigSources sources) {
    this.sources = sources;
  }

  /** The configuration, or every problem as a sentence that says where and what to do. */
  public static Either<List<String>, LakehouseConfig> read(ConfigSources sources) {
    return new ConfigReader(sources).read();
  }

  private Either<List<String>, LakehouseConfig> read() {
    Settings.ALL.forEach(s -> put(s.key(), new Entry(s.defaultText(), new Origin.Default())));
    file().forEach(this::addFile);
    sources.environment().filterKeys(k -> k.startsWith("ORDERLAKE_")).forEach(this::addVariable);
    sources.options().forEach(this::put);

    Values values = new Values(entries);
    ZoneId zone = values.of(Settings.REPORTING_ZONE);
    LakehouseConfig config =
        new LakehouseConfig(
            sources.home().resolve(values.of(Settings.DATA)).toAbsolutePath().normalize(),
            new LakehouseConfig.Kafka(
                values.of(Settings.KAFKA_BOOTSTRAP),
                values.of(Settings.KAFKA_TOPIC),
                values.of(Settings.KAFKA_PARTITIONS),
                values.of(Settings.KAFKA_PORT),
                values.family(Settings.KAFKA_CLIENT)),
            values.of(Settings.INGEST_INTERVAL),
            values.of(Settings.MAX_RECORDS),
            new LakehouseConfig.Upkeep(
                values.of(Settings.RETENTION), values.of(Settings.EVERY_COMMITS)),
            new LakehouseConfig.Spark(
                values.of(Settings.SPARK_MASTER), values.family(Settings.SPARK_CONF)),
            zone,
            new GoldTablesReader(values).read(zone),
            new RulesReader(values).read(),
            new LineageReader(values).read(),
            entries);
    problems.addAll(values.problems().asJava());
    return problems.isEmpty() ? Either.right(config) : Either.left(List.ofAll(problems));
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
            (key, entry) -> {
              if (isKnown(key)) {
                put(key, entry);
              } else {
                problems.add(entry.origin() + ": " + unknown(key));
              }
            });
  }

  private void addVariable(String variable, String text) {
    Entry entry = new Entry(text, new Origin.Environment(variable));
    Settings.ALL
        .find(s -> s.environment().equals(variable))
        .<String>map(Setting::key)
        .orElse(() -> familyKey(variable).map(this::asInTheFile))
        .peek(key -> put(key, entry))
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
  private String asInTheFile(String key) {
    return entries.keySet().find(known -> known.equalsIgnoreCase(key)).getOrElse(key);
  }

  /** {@code ORDERLAKE_KAFKA_CLIENT_SECURITY_PROTOCOL} is {@code kafka.client.security.protocol}. */
  private static Option<String> familyKey(String variable) {
    return Settings.FAMILIES
        .find(f -> variable.startsWith(Setting.environmentOf(f.prefix())))
        .map(
            f ->
                f.prefix()
                    + variable
                        .substring(Setting.environmentOf(f.prefix()).length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', f.separator()));
  }

  private static boolean isKnown(String key) {
    return Settings.ALL.exists(s -> s.key().equals(key))
        || Settings.FAMILIES.exists(f -> key.startsWith(f.prefix()));
  }

  private static String unknown(String key) {
    String section = key.substring(0, key.indexOf('.') + 1);
    List<String> near = Settings.ALL.<String>map(Setting::key).filter(k -> k.startsWith(section));
    return "'"
        + key
        + "' is not a setting; expected one of "
        + (near.isEmpty() ? Settings.ALL.<String>map(Setting::key) : near).mkString(", ");
  }

  private void put(String key, Entry entry) {
    entries = entries.put(key, entry);
  }
}
