package io.orderlake.bootstrap.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that the newest version of a table names, by the table's log, which must be whole.
 *
 * @param lake the lake's directory
 */
record LiveFiles(Path lake) {
  Set<String> of(String table) throws IOException {
    Set<String> live = new HashSet<>();
    List<Path> commits;
    try (Stream<Path> log = Files.list(lake.resolve(table + "/_delta_log"))) {
      commits = log.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path commit : commits) {
      for (String line : Files.readAllLines(commit)) {
        JsonNode action = new ObjectMapper().readTree(line);
        if (action.has("add")) {
          live.add(action.get("add").get("path").asText());
        } else if (action.has("remove")) {
          live.remove(action.get("remove").get("path").asText());
        }
      }
    }
    return live;
  }
}
