package io.orderlake.bootstrap.config;

import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What was set, by today's keys: what comes later wins. A setting under a name of before is taken
 * with a warning; under two names at once it is a problem, since one of them would be without
 * effect and nobody would see which.
 */
final class GivenEntries {
  private SortedMap<String, Entry> entries = TreeMap.empty();
  private SortedMap<String, Named> names = TreeMap.empty();
  private List<String> warnings = List.empty();
  private List<String> problems = List.empty();

  /** Under which name a setting was set first, and where. */
  private record Named(SettingName name, Origin origin) {}

  /** What holds when nobody says otherwise. */
  void assume(String key, Entry entry) {
    entries = entries.put(key, entry);
  }

  /** What somebody has written under a name. */
  void put(SettingName name, Entry entry) {
    Named named = new Named(name, entry.origin());
    names
        .get(name.key())
        .peek(first -> problems = problems.appendAll(twice(first, named)))
        .onEmpty(() -> names = names.put(name.key(), named));
    overrule(name, entry);
  }

  /** What the command line says, in whose words no setting has two names. */
  void overrule(SettingName name, Entry entry) {
    warnings = warnings.appendAll(name.former().map(former -> renamed(name, former, entry)));
    entries = entries.put(name.key(), entry);
  }

  private static String renamed(SettingName name, String former, Entry entry) {
    return entry.origin()
        + ": the setting '"
        + former
        + "' is now called '"
        + name.key()
        + "'; it still works, rename it there"
        + (entry.origin() instanceof Origin.Environment
            ? " to " + Setting.environmentOf(name.key())
            : "");
  }

  private static Option<String> twice(Named first, Named second) {
    return Option.when(
        !first.name.equals(second.name),
        () ->
            "the setting '"
                + first.name.key()
                + "' is set under two names: "
                + described(first)
                + " and "
                + described(second)
                + "; keep '"
                + first.name.key()
                + "' alone");
  }

  private static String described(Named named) {
    return "'" + named.name.former().getOrElse(named.name.key()) + "' (" + named.origin + ")";
  }

  /** By today's keys. */
  SortedMap<String, Entry> entries() {
    return entries;
  }

  /** What stands under names of before, and where. */
  List<String> warnings() {
    return warnings;
  }

  List<String> problems() {
    return problems;
  }
}
