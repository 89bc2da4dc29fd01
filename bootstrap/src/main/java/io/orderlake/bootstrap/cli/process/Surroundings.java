package io.orderlake.bootstrap.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What the machine lends this process. Its language, digits and zone are laid aside, because
 * libraries take them for what is stored: Delta numbers its log's files by the default locale. Its
 * character set cannot be changed any more; what it could not read is refused, not guessed.
 */
public final class Surroundings {
  private static final String UNREADABLE = "\uFFFD";
  private static final Path ARGUMENTS = Path.of("/proc/self/cmdline");
  private static final Path VARIABLES = Path.of("/proc/self/environ");

  private final String characterSet;
  private final Option<byte[]> rawArguments;
  private final Option<byte[]> rawVariables;

  /**
   * Surroundings.
   *
   * @param characterSet of arguments, variables and file names
   * @param rawArguments the process's arguments as bytes, each with a zero after it, where the
   *     system tells them
   * @param rawVariables likewise, its variables
   */
  Surroundings(String characterSet, Option<byte[]> rawArguments, Option<byte[]> rawVariables) {
    this.characterSet = characterSet;
    this.rawArguments = rawArguments;
    this.rawVariables = rawVariables;
  }

  /** To be called before anything else. */
  public static void layAside() {
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  /** This process's own. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getProperty("sun.jnu.encoding", "UTF-8"), bytes(ARGUMENTS), bytes(VARIABLES));
  }

  /**
   * Says what of the command line or the settings could not be read; the exit code if there was
   * such.
   */
  public Option<ExitCode> complain(
      Screen screen, String[] arguments, Map<String, String> variables) {
    Option<String> argument = List.of(arguments).find(a -> isLost(a, a, rawArguments));
    if (argument.isDefined()) {
      screen.complain("the argument '" + argument.get() + "' " + problem());
      return Option.some(ExitCode.USAGE);
    }
    Option<String> variable =
        variables
            .filter((name, text) -> name.startsWith("ORDERLAKE_"))
            .find(v -> isLost(v._2, v._1 + "=" + v._2, rawVariables))
            .map(v -> v._1);
    variable.forEach(name -> screen.complain("the variable " + name + " " + problem()));
    return variable.map(name -> ExitCode.CONFIG);
  }

  private String problem() {
    return isUtf8()
        ? "is not UTF-8, so it cannot be told what is meant; a file of such a name can be read from"
            + " standard input, or renamed"
        : "cannot be read: the character set of this process is "
            + characterSet
            + ". Start it with LC_ALL=C.UTF-8, or another locale of UTF-8 that the machine has"
            + " (`locale -a` lists them)";
  }

  private boolean isLost(String text, String whole, Option<byte[]> raw) {
    if (!isUtf8()) {
      return text.chars().anyMatch(c -> c > 126);
    }
    return text.contains(UNREADABLE) && raw.exists(bytes -> hasTorn(bytes, whole));
  }

  private boolean isUtf8() {
    return characterSet.replace("-", "").equalsIgnoreCase("utf8");
  }

  /** Whether one of them is no UTF-8 and was read as that text. */
  private static boolean hasTorn(byte[] all, String text) {
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0) {
        ByteBuffer one = ByteBuffer.wrap(all, from, i - from);
        if (!isText(one.duplicate()) && UTF_8.decode(one).toString().equals(text)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isText(ByteBuffer bytes) {
    try {
      UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Option<byte[]> bytes(Path file) {
    try {
      return Option.some(Files.readAllBytes(file));
    } catch (IOException e) {
      return Option.none();
    }
  }
}
