package io.orderlake.bootstrap.config;

import io.vavr.control.Option;

/**
 * The name under which somebody has set a setting.
 *
 * @param key the setting's key of today
 * @param former the name of before under which it was set; none when it was today's
 */
record SettingName(String key, Option<String> former) {
  static SettingName of(String key) {
    return new SettingName(key, Option.none());
  }

  static SettingName formerly(String formerKey, String key) {
    return new SettingName(key, Option.some(formerKey));
  }
}
