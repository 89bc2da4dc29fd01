package io.orderlake.bootstrap.config;

import java.nio.file.Path;

/** The user's home directory in a path that begins with {@code ~}. */
public final class HomeDirectory {
  private static final Path SIGN = Path.of("~");

  private HomeDirectory() {}

  /** The path with the home in place of a leading {@code ~}; it stays where no home is known. */
  public static Path in(Path path) {
    String home = System.getProperty("user.home", "?");
    return path.startsWith(SIGN) && !home.equals("?")
        ? Path.of(home).resolve(SIGN.relativize(path))
        : path;
  }
}
