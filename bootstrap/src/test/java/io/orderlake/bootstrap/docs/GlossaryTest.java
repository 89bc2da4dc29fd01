package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The glossary leads to what is there. */
class GlossaryTest {
  private static final Path HOME = CommandLineStage.HOME;
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private static Set<Path> sources = Set.of();

  @BeforeAll
  static void findSources() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .collect(Collectors.toSet());
    }
  }

  @Test
  void every_type_that_it_names_exists() throws IOException {
    List<String> types = quoted("[A-Z][A-Za-z0-9]+");
    assertThat(types).hasSizeGreaterThan(20);
    assertThat(types)
        .filteredOn(type -> sources.stream().noneMatch(s -> s.endsWith(type + ".java")))
        .isEmpty();
  }

  @Test
  void every_package_that_it_names_exists() throws IOException {
    List<String> packages = quoted("(domain|application|adapters|bootstrap)(\\.[a-z]+)+");
    assertThat(packages).hasSizeGreaterThan(15);
    assertThat(packages)
        .filteredOn(
            name -> {
              String folder = "/io/orderlake/" + name.replace('.', '/') + "/";
              return sources.stream().noneMatch(s -> s.toString().contains(folder));
            })
        .isEmpty();
  }

  private static List<String> quoted(String form) throws IOException {
    return QUOTED
        .matcher(Files.readString(HOME.resolve("docs/glossary.md")))
        .results()
        .map((MatchResult quoted) -> quoted.group(1))
        .filter(text -> text.matches(form))
        .toList();
  }
}
