package io.orderlake.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.protocol.lake.CountsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts are called stands in the protocol; whoever writes the word again will drift. */
class CountsAreSpelledOnceTest {
  private static final Path HOME = Path.of(System.getProperty("orderlake.home"));
  private static final List<String> WORDS =
      List.of(
          CountsJson.QUARANTINED_BY_REASON,
          CountsJson.EVENTS_FOLDED,
          CountsJson.CELLS_CHANGED,
          CountsJson.JUDGED_BY_RULE_SET);

  @Test
  void no_other_module_spells_what_runs_count() throws IOException {
    List<Path> sources = sources();

    assertThat(sources).hasSizeGreaterThan(500);
    assertThat(sources.stream().flatMap(CountsAreSpelledOnceTest::spelled)).isEmpty();
  }

  @Test
  void the_protocol_itself_is_found_to_spell_them() {
    Path counts = HOME.resolve("protocol/src/main/java/io/orderlake/protocol/lake/CountsJson.java");

    assertThat(spelled(counts)).hasSize(WORDS.size());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(HOME)) {
      return modules
          .filter(module -> !module.endsWith("protocol"))
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(CountsAreSpelledOnceTest::javaBelow)
          .toList();
    }
  }

  private static Stream<Path> javaBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> spelled(Path source) {
    try {
      String text = Files.readString(source);
      return WORDS.stream()
          .filter(word -> text.contains("\"" + word + "\""))
          .map(word -> HOME.relativize(source) + " spells " + word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
