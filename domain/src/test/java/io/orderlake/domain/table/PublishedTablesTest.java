package io.orderlake.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What is published of the catalogue is what it says. After a change of the catalogue both files
 * are written anew by running this test with {@code -Dorderlake.write.tables=true}.
 */
class PublishedTablesTest {
  private static final String WRITE = "orderlake.write.tables";

  private static void isPublished(String text, String... path) throws IOException {
    Path file = Path.of("..", path);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(Files.exists(file) ? Files.readString(file, UTF_8) : "")
        .as(
            "%s is not what the catalogue says; to write it anew: mvn -pl domain test -Dtest=%s -D%s=true",
            file, PublishedTablesTest.class.getSimpleName(), WRITE)
        .isEqualTo(text);
  }

  @Test
  void the_page_on_tables_says_what_the_catalogue_says() throws IOException {
    isPublished(PublishedTables.page(), "docs", "tables.md");
  }

  @Test
  void the_file_for_other_programs_says_what_the_catalogue_says() throws IOException {
    isPublished(PublishedTables.json(), "contracts", "lake", "tables.json");
  }
}
