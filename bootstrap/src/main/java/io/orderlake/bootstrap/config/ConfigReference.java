package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.SettingFamily;
import java.util.List;

/** The settings written up: as an example file and as a table. */
public final class ConfigReference {
  private ConfigReference() {}

  /** A file that names every setting with its meaning and default, all of it commented out. */
  public static String exampleFile() {
    StringBuilder text =
        new StringBuilder(
            """
            # Every setting of Orderlake with its default. Copy this file to orderlake.yaml and remove the
            # hash sign from what you change. An environment variable wins over the file, a command line
            # option over both; `./orderlake config` shows what is in force and where it comes from.
            """);
    for (Setting<?> setting : Settings.ALL) {
      text.append("\n# ").append(setting.meaning()).append("\n# ");
      text.append(setting.environment()).append("\n#");
      text.append(setting.key()).append(": ").append(quoted(setting.defaultText())).append('\n');
    }
    for (SettingFamily family : Settings.FAMILIES) {
      text.append("\n# ").append(family.meaning()).append("\n# ");
      text.append(Setting.environmentOf(family.prefix())).append("…\n#");
      text.append(family.prefix(), 0, family.prefix().length() - 1).append(":\n#  ");
      text.append(family.example()).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9./]+") ? text : '"' + text + '"';
  }

  /** The README's table. */
  public static List<String> markdownTable() {
    return io.vavr.collection.List.of("| setting | default | meaning |", "|---|---|---|")
        .appendAll(Settings.ALL.map(s -> row(s.key(), s.defaultText(), s.meaning())))
        .appendAll(Settings.FAMILIES.map(f -> row(f.prefix() + "*", "", f.meaning())))
        .asJava();
  }

  private static String row(String key, String defaultText, String meaning) {
    String shown = defaultText.isEmpty() ? "" : "`" + defaultText + "`";
    return "| `" + key + "` | " + shown + " | " + meaning + " |";
  }
}
