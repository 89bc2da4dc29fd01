package io.orderlake.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each recorded decision names the tests that confirm it, and those tests exist. */
class DecisionsAreConfirmedTest {
  private static final Path HOME = Path.of(System.getProperty("orderlake.home"));
  private static final Pattern CONFIRMED = Pattern.compile("(?m)^Confirmed by: (.+(?:\\n.+)*)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  static List<Path> decisions() throws IOException {
    try (Stream<Path> pages = Files.list(HOME.resolve("docs/adr"))) {
      return pages
          .filter(page -> page.getFileName().toString().matches("[0-9]{4}-.*\\.md"))
          .sorted()
          .toList();
    }
  }

  private static Set<String> tests() throws IOException {
    Set<String> names = new HashSet<>();
    for (Path folder : testFolders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.matches(".+\\.(java|py)"))
            .forEach(file -> names.add(file.substring(0, file.lastIndexOf('.'))));
      }
    }
    return names;
  }

  private static List<Path> testFolders() throws IOException {
    try (Stream<Path> modules = Files.find(HOME, 2, (path, is) -> is.isDirectory())) {
      return modules
          .flatMap(module -> Stream.of(module.resolve("src/test"), module.resolve("tests")))
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static List<String> problems(String page) throws IOException {
    Matcher confirmed = CONFIRMED.matcher(page);
    if (!confirmed.find()) {
      return List.of("no line that begins with 'Confirmed by: '");
    }
    List<String> names =
        NAME.matcher(confirmed.group(1)).results().map((MatchResult m) -> m.group(1)).toList();
    if (names.isEmpty()) {
      return List.of("'Confirmed by: ' names no test in backquotes");
    }
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(tests());
    return missing.stream().map(name -> "there is no test " + name).toList();
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void every_test_that_confirms_a_decision_exists(Path page) throws IOException {
    assertThat(problems(Files.readString(page))).isEmpty();
  }

  @Test
  void no_two_decisions_have_one_number() throws IOException {
    List<String> numbers =
        decisions().stream().map(page -> page.getFileName().toString().substring(0, 4)).toList();

    assertThat(numbers).isNotEmpty().doesNotHaveDuplicates().allMatch(n -> n.matches("[0-9]{4}"));
  }

  @Test
  void a_test_that_is_not_there_is_found_out() throws IOException {
    assertThat(problems("# 1. T\n\nConfirmed by: `HexagonTest`,\n`NoSuchTest`\n"))
        .containsExactly("there is no test NoSuchTest");
    assertThat(problems("# 1. T\n\nConfirmed by: hope\n")).hasSize(1);
    assertThat(problems("# 1. T\n")).hasSize(1);
  }
}
