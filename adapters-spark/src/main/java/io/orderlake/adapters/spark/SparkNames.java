package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.delta.DeltaSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.internal.config.ConfigEntry$;
import org.apache.spark.internal.config.package$;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.sql.internal.StaticSQLConf$;

/**
 * The names of Spark's and Delta's settings. Spark takes any name and acts on those it knows,
 * letter by letter; an environment variable cannot spell a capital letter, a dash or an underscore.
 */
final class SparkNames {
  private final Map<String, Set<String>> known;

  SparkNames(Collection<String> known) {
    this.known = new LinkedHashMap<>();
    known.forEach(
        name -> this.known.computeIfAbsent(plain(name), plain -> new TreeSet<>()).add(name));
  }

  /** All that Spark and Delta have declared. */
  static SparkNames ofSpark() {
    // These declare their settings when they are loaded.
    Stream.of(package$.MODULE$, SQLConf$.MODULE$, StaticSQLConf$.MODULE$)
        .forEach(Objects::requireNonNull);
    DeltaSettings.declare();
    return new SparkNames(ConfigEntry$.MODULE$.knownConfigs().keySet());
  }

  /** The settings under the names that Spark knows them by; others stay as they are. */
  Map<String, String> spelled(Map<String, String> settings) {
    Map<String, String> spelled = new LinkedHashMap<>();
    settings.forEach((name, value) -> spelled.put(spelled(name), value));
    return spelled;
  }

  private String spelled(String name) {
    Set<String> alike = known.getOrDefault(plain(name), Set.of());
    return alike.size() == 1 ? alike.iterator().next() : name;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
  }
}
