package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import io.orderlake.bootstrap.docs.ShellText.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

/**
 * The page for whoever brings orders of their own, command by command on real Kafka and Spark: a
 * topic of nested JSON, a mapping that was wrong, a till's export. The lake is left in the build
 * output, with what the page's SQL must come to, for readers of other makes.
 */
class OwnOrdersTest {
  private static final Path FOLDER = Path.of("target", "own-orders").toAbsolutePath();
  private static final Path CONFIG = FOLDER.resolve("own.yaml");
  private static final Path ORDERS = FOLDER.resolve("orders.jsonl");
  private static final Path PRODUCTS = FOLDER.resolve("products.csv");
  private static final Path TILL = FOLDER.resolve("till.csv");
  private static final Path NEXT_DAY = FOLDER.resolve("till-next-day.csv");

  private final CommandLineStage stage =
      new CommandLineStage(FOLDER).with("ORDERLAKE_CONFIG", CONFIG.toString());
  private final StagedLake lake = new StagedLake(stage);
  private String page = "";
  private int played;

  @Test
  void the_recipes_come_to_what_their_files_say() throws Exception {
    FileUtils.deleteDirectory(FOLDER.toFile());
    Files.createDirectories(FOLDER);
    page = Files.readString(CommandLineStage.HOME.resolve("docs/bring-your-own-orders.md"));
    List<Step> first = steps("A topic of nested JSON");
    answers(first.get(0));
    try (RoleProcess up = up()) {
      a_topic_of_nested_json(first.subList(1, first.size()));
      assertThat(up.stop()).isZero();
    }
    List<Step> steps = steps("A mapping that was wrong");
    answers(steps.get(0));
    try (RoleProcess up = up()) {
      a_mapping_that_was_wrong(steps.subList(1, steps.size()));
      a_till_s_export();
      answer("A pipe");
      answer("A manager's questions");
      assertThat(played).as("the commands of the page").isEqualTo(ShellText.steps(page).size());
      the_topic_once_more();
      a_rebuild();
      assertThat(up.stop()).isZero();
    }
    what_sql_must_come_to();
  }

  private void a_topic_of_nested_json(List<Step> steps) throws Exception {
    publish(ORDERS);
    caughtUp(300);
    steps.forEach(this::answers);
    assertThat(figures())
        .isEqualTo(OwnSales.ofShop(ORDERS, PRODUCTS).gold())
        .hasSize(7)
        .allSatisfy((table, cells) -> assertThat(cells).as(table).isNotEmpty());
  }

  private void a_mapping_that_was_wrong(List<Step> steps) throws Exception {
    assertThat(OwnSales.ofShop(ORDERS, PRODUCTS).count()).isEqualTo(879);
    steps.forEach(this::answers);
    assertThat(figures()).isEqualTo(OwnSales.ofShop(ORDERS, PRODUCTS).gold());
  }

  private void a_till_s_export() throws Exception {
    List<Step> steps = steps("A shop's CSV export");
    OwnSales shop = OwnSales.ofShop(ORDERS, PRODUCTS);
    answers(steps.get(0));
    assertThat(figures()).as("a check publishes nothing").isEqualTo(shop.gold());

    answers(steps.get(1));
    caughtUp(500);
    answers(steps.get(2));
    assertThat(figures()).isEqualTo(shop.andOfTill(TILL).gold());

    answers(steps.get(3));
    answers(steps.get(4));
    caughtUp(540);
    assertThat(figures()).isEqualTo(shop.andOfTill(TILL, NEXT_DAY).gold());
    assertThat(steps).hasSize(5);
    proven();
  }

  private void the_topic_once_more() throws Exception {
    Map<String, Map<String, String>> before = figures();
    publish(ORDERS);
    caughtUp(840);
    assertThat(StagedLake.total(lake.status(), "duplicates")).isEqualTo(879);
    assertThat(figures()).isEqualTo(before);
    proven();
  }

  private void a_rebuild() throws Exception {
    Map<String, Map<String, String>> before = figures();
    fine(lake.run("rebuild", "all", "--yes"));
    assertThat(figures()).isEqualTo(before);
    assertThat(proven().get("older_rules")).isEmpty();
  }

  /** Left for {@code readers/verify}; the page shows the same. */
  private void what_sql_must_come_to() throws Exception {
    OwnSales all = OwnSales.ofShop(ORDERS, PRODUCTS).andOfTill(TILL, NEXT_DAY);
    List<List<List<String>>> answers =
        List.of(List.of(all.basket()), all.best(LocalDate.of(2026, 10, 19), 4));
    assertThat(answers.get(1)).hasSize(4);
    for (List<List<String>> rows : answers) {
      for (List<String> row : rows) {
        assertThat(page).contains("| " + String.join(" | ", row));
      }
    }
    new ObjectMapper().writeValue(FOLDER.resolve("answers.json").toFile(), answers);
  }

  private RoleProcess up() throws Exception {
    RoleProcess up =
        RoleProcess.start(
            FOLDER, Map.of("ORDERLAKE_CONFIG", "own.yaml"), "up", "--data", "lake", "--rate", "0");
    up.awaitLine("ready: ");
    return up;
  }

  private void prepare(String heading) throws Exception {
    new PageFolder(FOLDER)
        .prepare(
            ShellText.section(page, heading),
            file -> file.replace("table: products.csv", "table: " + PRODUCTS));
  }

  private List<Step> steps(String heading) throws Exception {
    prepare(heading);
    List<Step> steps = List.copyOf(ShellText.steps(ShellText.section(page, heading)).values());
    assertThat(steps).as(heading).isNotEmpty();
    return steps;
  }

  private void answer(String heading) throws Exception {
    steps(heading).forEach(this::answers);
  }

  private void answers(Step step) {
    StagedLake asked = step.input().isEmpty() ? lake : new StagedLake(reading(step.input()));
    Outcome outcome = asked.run(step.words().toArray(String[]::new));
    fine(outcome);
    String said = outcome.out() + outcome.err();
    assertThat(step.missedIn(said)).as("of %s in%n%s", step.words(), said).isEmpty();
    played++;
  }

  private CommandLineStage reading(String file) {
    try {
      return stage.reading(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As a console's producer does: each line is a record without a key. */
  private static void publish(Path lines) throws Exception {
    new PageFolder(FOLDER)
        .publish(
            "shop-orders",
            Files.readAllLines(lines).stream().map(line -> line.getBytes(UTF_8)).toList());
  }

  private void caughtUp(long records) throws Exception {
    lake.await(
        status ->
            StagedLake.total(status, "read") == records
                && StagedLake.isCaughtUp(status)
                && status.get("failing").isEmpty());
  }

  private Map<String, Map<String, String>> figures() throws Exception {
    return OwnSales.shown(lake.gold());
  }

  private JsonNode proven() throws Exception {
    Outcome audit = lake.run("audit", "--json");
    fine(audit);
    assertThat(audit.json().get("intact").asBoolean()).isTrue();
    return audit.json();
  }

  private static void fine(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
  }
}
