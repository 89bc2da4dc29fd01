package io.orderlake.bootstrap.cli.process;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line wants written: whether it can be is looked at before any work is done, and
 * said of the path as it was given.
 */
public final class Writable {
  private final String given;
  private final Path path;

  private Writable(Shell shell, String option, Path given) {
    this.given = option + " " + given + ": ";
    this.path = shell.resolve(given);
  }

  /**
   * What stands against writing a file, which replaces what is there when it is whole.
   *
   * @param option e.g. {@code --to}
   * @param given as it stands on the command line; null where it does not, and nothing is against
   *     it
   * @return none, or the sentence that says what is wrong and what to do
   */
  public static Option<String> replaced(Shell shell, String option, @Nullable Path given) {
    return Option.of(given).flatMap(path -> new Writable(shell, option, path).replaced());
  }

  /** Likewise, of a file that is appended to. */
  public static Option<String> appended(Shell shell, String option, @Nullable Path given) {
    return Option.of(given).flatMap(path -> new Writable(shell, option, path).appended());
  }

  /** Likewise, of a directory that is made where it is not there. */
  public static Option<String> directory(Shell shell, String option, @Nullable Path given) {
    return Option.of(given).flatMap(path -> new Writable(shell, option, path).directory());
  }

  private Option<String> replaced() {
    return Files.exists(path) && !Files.isDirectory(path) && !Files.isRegularFile(path)
        ? wrong("that is no ordinary file, and would be replaced by one; name another file")
        : isDirectory().orElse(() -> parent());
  }

  private Option<String> appended() {
    if (!Files.exists(path) || Files.isDirectory(path)) {
      return replaced();
    }
    return Files.isWritable(path)
        ? Option.none()
        : wrong("this user may not write to the file; name another one, or get leave to");
  }

  private Option<String> isDirectory() {
    return Files.isDirectory(path)
        ? wrong("that is a directory; name a file in it, e.g. " + path.resolve("orders.out"))
        : Option.none();
  }

  private Option<String> parent() {
    Path parent = path.getParent();
    if (parent == null) {
      return Option.none();
    }
    return Files.exists(parent)
        ? usable(parent)
        : wrong("there is no directory " + parent + "; make it, or name a file in another one");
  }

  private Option<String> usable(Path directory) {
    return !Files.isDirectory(directory)
        ? wrong(directory + " is no directory; name another one")
        : Files.isWritable(directory)
            ? Option.none()
            : wrong(
                "this user may not write in the directory "
                    + directory
                    + "; name another one, or get leave to");
  }

  private Option<String> directory() {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return usable(there);
  }

  private Option<String> wrong(String sentence) {
    return Option.some(given + sentence);
  }
}
