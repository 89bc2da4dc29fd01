package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.protocol.gold.FoldCountsJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.lake.LakeVersionJson;
import io.orderlake.protocol.run.EventJson;
import io.orderlake.protocol.run.ResultJson;
import io.orderlake.protocol.silver.RefinementCountsJson;
import io.vavr.CheckedFunction1;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an earlier program wrote is read and would be written again byte for byte. */
class EarlierWordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void the_counts_in_the_commits_of_an_earlier_lake(EarlierLake earlier) throws Exception {
    Path lake = earlier.unpackTo(folder.resolve("lake"));

    assertReadAndWrittenBack(
        notes(lake.resolve("silver/orders")),
        note -> RefinementCountsJson.write(RefinementCountsJson.read(note)));
    for (String table : List.of("revenue_by_city_hour", "revenue_by_product_day")) {
      assertReadAndWrittenBack(
          notes(lake.resolve("gold").resolve(table)), note -> rewritten(note, table));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_lake_versions_results_and_events_of_an_earlier_lake(EarlierLake earlier)
      throws Exception {
    Path lake = earlier.unpackTo(folder.resolve("lake"));

    assertReadAndWrittenBack(
        texts(lake.resolve("runs/lake-versions")),
        text -> string(LakeVersionJson.write(LakeVersionJson.read(bytes(text)))));
    assertReadAndWrittenBack(
        texts(lake.resolve("triggers/results")),
        text -> string(ResultJson.write(ResultJson.read(bytes(text)))));
    assertReadAndWrittenBack(
        events(lake.resolve("runs/journal")),
        event -> EventJson.write(EventJson.read(StrictJson.read(event))));
  }

  private static String rewritten(String note, String table) throws Exception {
    FoldCounts counts = FoldCountsJson.read(note, table);
    return FoldCountsJson.write(
        table,
        counts.read(),
        counts.events().get(table).get(),
        counts.cellsChanged().get(table).get());
  }

  private static void assertReadAndWrittenBack(
      List<String> stored, CheckedFunction1<String, String> readAndWrite) {
    assertThat(stored)
        .isNotEmpty()
        .allSatisfy(text -> assertThat(readAndWrite.unchecked().apply(text)).isEqualTo(text));
  }

  private static List<String> notes(Path table) throws IOException {
    List<String> notes = new ArrayList<>();
    for (String commit : texts(table.resolve("_delta_log"))) {
      for (String action : commit.split("\n", -1)) {
        JsonNode note = JSON.readTree(action).at("/commitInfo/userMetadata");
        if (note.isTextual()) {
          notes.add(note.textValue());
        }
      }
    }
    return notes;
  }

  private static List<String> events(Path journal) throws IOException {
    List<String> events = new ArrayList<>();
    for (String segment : texts(journal)) {
      for (String line : segment.strip().split("\n", -1)) {
        events.add(JSON.readTree(line).get("event").toString());
      }
    }
    return events;
  }

  private static List<String> texts(Path directory) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*[0-9a-z]\\.jsonl?")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
