package io.orderlake.bootstrap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands as pages show them. */
public final class ShellText {
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Pattern FILE =
      Pattern.compile("cat > (\\S+) <<'END'\\n(.*?)END\\n", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("\\$ (?:cat (\\S+) \\| )?\\./orderlake (.*)");

  private ShellText() {}

  /** The words of a command, without quotes; a comment at its end is none. */
  public static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.startsWith("#"))
        .map(word -> word.replaceAll("['\"]", ""))
        .toList();
  }

  /** The commands after a prompt, each with the lines that the page shows as its answer. */
  public static Map<Integer, Step> steps(String page) {
    Map<Integer, Step> steps = new LinkedHashMap<>();
    Step last = null;
    for (String line : page.lines().toList()) {
      Matcher command = COMMAND.matcher(line);
      if (command.matches()) {
        String input = command.group(1) == null ? "" : command.group(1);
        last = new Step(words(command.group(2)), input, new ArrayList<>());
        steps.put(steps.size(), last);
      } else if (line.startsWith("```")) {
        last = null;
      } else if (last != null && !line.isBlank()) {
        last.answer.add(line);
      }
    }
    return steps;
  }

  /**
   * A command and what it answers.
   *
   * @param words without the program's name
   * @param input the file on its standard input; empty for none
   * @param answer lines of it; … stands for anything
   */
  public record Step(List<String> words, String input, List<String> answer) {
    /** The lines of the answer that were not said. */
    public List<String> missedIn(String said) {
      List<String> lines = said.lines().map(String::strip).toList();
      return answer.stream()
          .map(String::strip)
          .filter(expected -> lines.stream().noneMatch(pattern(expected).asMatchPredicate()))
          .toList();
    }

    private static Pattern pattern(String expected) {
      return Pattern.compile(
          Stream.of(expected.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
  }

  /** A page's text under a heading of the second level. */
  public static String section(String page, String heading) {
    int from = page.indexOf("\n## " + heading + "\n");
    if (from < 0) {
      throw new IllegalArgumentException("the page has no section '" + heading + "'");
    }
    int next = page.indexOf("\n## ", from + 1);
    return page.substring(from, next < 0 ? page.length() : next + 1);
  }

  /** The files that a page writes, by their names. */
  public static Map<String, String> files(String page) {
    Map<String, String> files = new LinkedHashMap<>();
    FILE.matcher(page).results().forEach(found -> files.put(found.group(1), found.group(2)));
    return files;
  }

  /** A file that a page writes; its content. */
  public static String file(String page, String name) {
    return Optional.ofNullable(files(page).get(name)).orElseThrow();
  }
}
