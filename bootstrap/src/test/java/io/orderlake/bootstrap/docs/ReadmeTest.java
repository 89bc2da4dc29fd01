package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages say about the program is what the program is. */
class ReadmeTest {
  private static final Path HOME = CommandLineStage.HOME;

  private final String readme = read("README.md");

  @Test
  void every_test_that_a_promise_names_exists() throws IOException {
    Set<String> promised =
        Pattern.compile("`([A-Za-z]+Test)`")
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(promised).hasSizeGreaterThan(9);
    assertThat(testClasses()).containsAll(promised);
  }

  @Test
  void every_promise_is_there_and_shown() {
    for (int promise = 1; promise <= 10; promise++) {
      assertThat(readme).containsPattern("\\| P" + promise + " \\| [^|]+ \\| `[^|]+` \\|");
    }
  }

  @Test
  void every_role_is_in_the_table_and_no_other() {
    Set<String> roles =
        new HashSet<>(Orderlake.commandLine(Shell.ofProcess()).getSubcommands().keySet());
    roles.add("airflow"); // the launcher's own
    String section = readme.substring(readme.indexOf("## Roles"), readme.indexOf("## What it"));
    assertThat(Pattern.compile("\n\\| `([a-z-]+)` \\|").matcher(section).results())
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(roles);
  }

  @Test
  void every_exit_code_is_in_the_operations_guide() {
    String guide = read("docs/operations.md");
    for (ExitCode exit : ExitCode.values()) {
      assertThat(guide).contains("| " + exit.code() + " | " + exit.meaning() + " |");
    }
  }

  @Test
  void every_page_that_is_linked_exists() throws IOException {
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(40);
    for (Path page : pages) {
      Pattern.compile("]\\(([^)#]+)[^)]*\\)")
          .matcher(Files.readString(page))
          .results()
          .map((MatchResult link) -> link.group(1))
          .filter(link -> !link.startsWith("http"))
          .forEach(link -> assertThat(page.resolveSibling(link)).as("in " + page).exists());
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages =
        new ArrayList<>(List.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")));
    for (String folder : new String[] {"docs", "contracts"}) {
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static String read(String page) {
    try {
      return Files.readString(HOME.resolve(page));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
