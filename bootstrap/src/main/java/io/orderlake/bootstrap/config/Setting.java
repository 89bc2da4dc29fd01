package io.orderlake.bootstrap.config;

import io.vavr.collection.List;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.function.Function;

/**
 * One property of the configuration.
 *
 * @param key its dotted name in the file, e.g. {@code kafka.topic}
 * @param defaultText what holds when nobody says otherwise, as one would write it
 * @param meaning one line for whoever configures Orderlake, with unit and form
 * @param parser the value of a text, or why the text is none ("is not …; expected …")
 * @param formerKeys names that it had before; they go on working, with a warning
 */
public record Setting<T>(
    String key,
    String defaultText,
    String meaning,
    Function<String, Either<String, T>> parser,
    List<String> formerKeys) {

  /** One that never had another name. */
  public Setting(
      String key, String defaultText, String meaning, Function<String, Either<String, T>> parser) {
    this(key, defaultText, meaning, parser, List.empty());
  }

  /** The same with a further name of before. */
  Setting<T> formerly(String formerKey) {
    return new Setting<>(key, defaultText, meaning, parser, formerKeys.append(formerKey));
  }

  /** The environment variable that overrides the file, e.g. {@code ORDERLAKE_KAFKA_TOPIC}. */
  public String environment() {
    return environmentOf(key);
  }

  static String environmentOf(String key) {
    return "ORDERLAKE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
