package io.orderlake.bootstrap.config;

import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Where the configuration is looked for; what comes later wins.
 *
 * @param home the project's directory; {@value #FILE} in it is read if it exists
 * @param file a file that must exist, instead of that one
 * @param environment the process's environment variables
 * @param options settings from the command line, by key
 */
public record ConfigSources(
    Path home, Option<Path> file, Map<String, String> environment, Map<String, Entry> options) {

  /** The file's name in the project's directory. */
  public static final String FILE = "orderlake.yaml";

  /** Names another file than {@value #FILE}. */
  public static final String FILE_VARIABLE = "ORDERLAKE_CONFIG";
}
