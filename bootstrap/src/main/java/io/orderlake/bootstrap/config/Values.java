package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.SettingFamily;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Turns configured texts into values, and keeps what was wrong with them. */
final class Values {
  private final SortedMap<String, Entry> entries;
  private final java.util.List<String> problems = new ArrayList<>();

  Values(SortedMap<String, Entry> entries) {
    this.entries = entries;
  }

  /** The setting's value; null when it is wrong, and then the problem is noted. */
  <T> @Nullable T of(Setting<T> setting) {
    return setting
        .parser()
        .apply(entry(setting.key()).text())
        .peekLeft(
            sentence ->
                problem(
                    setting.key(), setting.key() + " '" + shown(setting.key()) + "' " + sentence))
        .getOrNull();
  }

  /** The settings of a family, without the prefix. */
  SortedMap<String, String> family(SettingFamily family) {
    return entries
        .filterKeys(key -> key.startsWith(family.prefix()))
        .bimap(key -> key.substring(family.prefix().length()), Entry::text);
  }

  /** Notes what is wrong with a setting, and where it was set. */
  void problem(String key, String sentence) {
    problems.add(entry(key).origin() + ": " + sentence);
  }

  String shown(String key) {
    return Secrets.shown(key, entry(key).text());
  }

  List<String> problems() {
    return List.ofAll(problems);
  }

  private Entry entry(String key) {
    return entries.get(key).get();
  }
}
