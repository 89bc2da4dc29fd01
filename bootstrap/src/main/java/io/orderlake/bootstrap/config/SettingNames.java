package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.SettingFamily;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * By which names settings can be set: those of today and those of before, in the file and in the
 * environment.
 *
 * @param settings those that there are, in the order in which they are documented
 * @param families prefixes under which further names may stand
 */
record SettingNames(List<Setting<?>> settings, List<SettingFamily> families) {
  /** Those of Orderlake. */
  static final SettingNames ALL = new SettingNames(Settings.ALL, Settings.FAMILIES);

  /** What a dotted name means; none when no setting has or had it. */
  Option<SettingName> ofKey(String written) {
    return settings
        .flatMap(SettingNames::names)
        .find(name -> written(name).equals(written))
        .orElse(
            () ->
                families
                    .find(family -> written.startsWith(family.prefix()))
                    .map(family -> SettingName.of(written)));
  }

  /** What an environment variable means; none when no setting has or had it. */
  Option<SettingName> ofVariable(String variable) {
    return settings
        .flatMap(SettingNames::names)
        .find(name -> Setting.environmentOf(written(name)).equals(variable))
        .orElse(() -> familyKey(variable).map(SettingName::of));
  }

  private static List<SettingName> names(Setting<?> setting) {
    return setting
        .formerKeys()
        .map(former -> SettingName.formerly(former, setting.key()))
        .prepend(SettingName.of(setting.key()));
  }

  private static String written(SettingName name) {
    return name.former().getOrElse(name.key());
  }

  /** {@code ORDERLAKE_KAFKA_CLIENT_SECURITY_PROTOCOL} is {@code kafka.client.security.protocol}. */
  private Option<String> familyKey(String variable) {
    return families
        .find(f -> variable.startsWith(Setting.environmentOf(f.prefix())))
        .map(
            f ->
                f.prefix()
                    + variable
                        .substring(Setting.environmentOf(f.prefix()).length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', f.separator()));
  }

  /** Says of a name that nothing has it which ones there are. */
  String unknown(String written) {
    Option<SettingFamily> family = families.find(f -> f.prefix().equals(written + "."));
    if (family.isDefined()) {
      return "'"
          + written
          + "' is not a setting by itself; write below it e.g. "
          + family.get().example();
    }
    String section = written.substring(0, written.indexOf('.') + 1);
    List<String> keys = settings.map(Setting::key);
    List<String> near = keys.filter(key -> key.startsWith(section));
    return "'"
        + written
        + "' is not a setting; expected one of "
        + (near.isEmpty() ? keys : near).mkString(", ");
  }
}
