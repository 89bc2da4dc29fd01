package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on cancellations, played from nothing. */
class CancellationsTest {
  private static final String MONTHS = "revenue_by_city_month";

  @TempDir Path folder;

  private StagedLake lake;

  @Test
  void what_was_cancelled_counts_no_longer_in_whatever_order_it_was_said() throws Exception {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/cancellations.md"));
    new PageFolder(folder)
        .prepare(page, file -> file.replace("statuses.csv}", folder.resolve("statuses.csv") + "}"));
    List<ShellText.Step> steps = new ArrayList<>(ShellText.steps(page).values());
    assertThat(steps).hasSize(9);
    lake =
        new StagedLake(
            new CommandLineStage(folder)
                .with("ORDERLAKE_CONFIG", folder.resolve("cancelled.yaml").toString()));
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      long published = 0;
      for (ShellText.Step step : steps) {
        lake.play(step);
        if (step.words().contains("produce")) {
          published += published == 0 ? 440 : 2;
          caughtUp(published);
        }
      }

      assertThat(stored()).isEqualTo(sold()).hasSize(3);
      lake.succeed("maintain");
      lake.succeed("rebuild", "all");
      assertThat(stored()).as("as a rebuild has it").isEqualTo(sold());
      lake.succeed("audit");
      assertThat(up.stop()).isZero();
    }
  }

  private void caughtUp(long records) throws Exception {
    lake.await(
        status -> StagedLake.total(status, "read") == records && StagedLake.isCaughtUp(status));
  }

  /** What the orders that stand come to by city, read without anything of Orderlake's. */
  private Map<String, BigDecimal> sold() throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String file : List.of("orders.jsonl", "early.jsonl", "order.jsonl")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        documents.add(new ObjectMapper().readTree(line));
      }
    }
    Set<String> cancelled = new HashSet<>();
    for (JsonNode document : documents) {
      if (document.get("status").asText().equals("cancelled")) {
        cancelled.add(document.get("id").asText());
      }
    }
    assertThat(cancelled).hasSize(21);
    Map<String, BigDecimal> sold = new TreeMap<>();
    for (JsonNode document : documents) {
      if (!cancelled.contains(document.get("id").asText())) {
        for (JsonNode line : document.get("lines")) {
          BigDecimal price = new BigDecimal(line.get("price").asText());
          BigDecimal total = price.multiply(BigDecimal.valueOf(line.get("count").asLong()));
          sold.merge(document.get("town").asText(), total.setScale(4), BigDecimal::add);
        }
      }
    }
    return sold;
  }

  private Map<String, BigDecimal> stored() throws Exception {
    Map<String, BigDecimal> revenue = new TreeMap<>();
    Outcome gold = lake.succeed("gold", MONTHS, "--json");
    for (JsonNode cell : gold.json().get("tables").get(0).get("cells")) {
      revenue.put(
          cell.get("city").asText(), new BigDecimal(cell.get("revenue").asText()).setScale(4));
    }
    return revenue;
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder,
        Map.of("ORDERLAKE_CONFIG", "cancelled.yaml"),
        "up",
        "--data",
        "lake",
        "--rate",
        "0");
  }
}
