package io.orderlake.adapters.console.gold;

import static io.orderlake.adapters.console.lake.LakeStage.sold;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.lake.LakeStage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.answers.gold.GoldChangesJson;
import io.orderlake.answers.gold.GoldJson;
import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Json;
import io.orderlake.application.gold.CompareGold;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.gold.ShowGold.Order;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldPagesTest {
  private static final String TABLE = "revenue_by_city_hour";

  private final LakeStage stage = new LakeStage();
  private ConsoleStage console;

  @BeforeEach
  void a_lake_is_filled_in_two_turns() throws IOException {
    stage
        .lake()
        .filled(
            sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1),
            sold("e-1", "=Paris", "2026-11-22T11:10:00Z", 2))
        .filled(
            sold("e-2", "Berlin", "2026-11-22T10:30:00Z", 3),
            sold("e-3", "<b>Rome</b>", "2026-11-22T11:00:00Z", 4));
    console = stage.serve(true);
  }

  @AfterEach
  void the_console_ends() {
    console.close();
  }

  private static String json(Map<String, ? extends @Nullable Object> document) {
    return Json.text(document).lines().mkString("\n") + "\n";
  }

  private GoldPage page(long version, String city, Order order, int limit) {
    return stage
        .gold()
        .show(
            new ShowGold.Query(
                TABLE,
                city.isEmpty() ? HashMap.empty() : HashMap.of("city", city),
                Option.none(),
                Option.none(),
                order,
                limit,
                new AsOf.Version(version)))
        .get();
  }

  private LakeVersion newest() {
    return stage.lake().versions().latest();
  }

  private String body(String path) {
    HttpResponse<String> response = console.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void the_json_of_a_table_is_what_the_command_prints() {
    LakeVersion newest = newest();

    assertThat(console.json("/gold?table=" + TABLE).body())
        .isEqualTo(
            json(
                GoldJson.of(
                    newest, List.of(page(newest.number(), "", Order.TIME, Integer.MAX_VALUE)))));
    assertThat(console.json("/gold?table=" + TABLE + "&city=berlin&sort=revenue&limit=1").body())
        .isEqualTo(
            json(GoldJson.of(newest, List.of(page(newest.number(), "berlin", Order.REVENUE, 1)))));
  }

  @Test
  void an_older_lake_version_is_shown_as_it_was() {
    LakeVersion second = stage.lake().versions().version(2).get();

    assertThat(console.json("/gold?as_of=2&table=" + TABLE).body())
        .isEqualTo(json(GoldJson.of(second, List.of(page(2, "", Order.TIME, Integer.MAX_VALUE)))))
        .isNotEqualTo(console.json("/gold?table=" + TABLE).body());
    assertThat(body("/gold?as_of=2&table=" + TABLE)).contains("899.99").doesNotContain("Rome");
  }

  @Test
  void without_a_name_all_tables_are_shown() {
    String body = body("/gold");

    for (var table : stage.gold().tables()) {
      assertThat(body).contains("<h2>" + table.table() + "</h2>");
    }
    assertThat(console.json("/gold").body())
        .contains("\"table\" : \"revenue_by_product_day\"", "\"table\" : \"revenue_by_city_week\"");
  }

  @Test
  void a_city_that_would_be_markup_is_text_and_leads_to_its_explanation() {
    String body = body("/gold?table=" + TABLE);

    assertThat(body)
        .doesNotContain("<b>Rome")
        .contains("&lt;b&gt;Rome&lt;/b&gt;")
        .contains(
            "/explain?table=revenue_by_city_hour&amp;city=%3Cb%3ERome%3C%2Fb%3E&amp;currency=USD"
                + "&amp;hour=2026-11-22T11%3A00%3A00Z&amp;as_of="
                + newest().number());
  }

  @Test
  void the_slider_reaches_from_the_oldest_version_that_can_be_read_to_the_newest() {
    stage.lake().versions().keepSince(2);

    assertThat(body("/gold?as_of=3"))
        .contains("type=\"range\" name=\"as_of\" min=\"2\" max=\"4\" value=\"3\"")
        .contains("href=\"/gold?as_of=2\"", "href=\"/gold?as_of=4\"");
    assertThat(console.get("/gold?as_of=1").statusCode()).isEqualTo(400);
  }

  @Test
  void the_list_is_turned_page_by_page() {
    String first = body("/gold?table=" + TABLE + "&sort=text&limit=2");

    assertThat(first).contains("1 to 2 of 3", "skip=2").doesNotContain("those before");
    assertThat(body("/gold?table=" + TABLE + "&sort=text&limit=2&skip=2"))
        .contains("3 to 3 of 3", "skip=0")
        .doesNotContain("those after");
  }

  @Test
  void a_spreadsheets_file_is_what_the_command_prints() {
    HttpResponse<String> file = console.get("/gold/file?as=csv&table=" + TABLE);
    GoldPage page = page(newest().number(), "", Order.TIME, Integer.MAX_VALUE);

    assertThat(file.body())
        .isEqualTo(Csv.guarded(GoldJson.csv(page)).lines().map(line -> line + "\r\n").mkString())
        .contains("'=Paris");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("revenue_by_city_hour-v4.csv");
    assertThat(console.get("/gold/file?as=csv-raw&table=" + TABLE).body()).contains("\n=Paris");
  }

  @Test
  void parquet_holds_the_cells_that_match() {
    assertThat(console.get("/gold/file?as=parquet&city=berlin&table=" + TABLE).body())
        .isEqualTo(LakeStage.PARQUET.formatted(1, TABLE));
    assertThat(console.get("/gold/file?as=parquet&city=oslo&table=" + TABLE).statusCode())
        .isEqualTo(404);
    assertThat(console.get("/gold/file?as=xlsx&table=" + TABLE).statusCode()).isEqualTo(400);
  }

  @Test
  void what_changed_between_two_versions_is_said_cell_by_cell() {
    String body = body("/gold/changes?before=2&table=" + TABLE);

    assertThat(body)
        .contains("1 cell came, 1 changed, 0 went")
        .contains("&lt;b&gt;Rome&lt;/b&gt;", "899.99", "3,599.96")
        .doesNotContain("=Paris");
    assertThat(console.json("/gold/changes?before=2&table=" + TABLE).body())
        .isEqualTo(
            json(
                GoldChangesJson.of(
                    stage
                        .changes()
                        .compare(
                            new CompareGold.Query(
                                TABLE, HashMap.empty(), new AsOf.Version(2), AsOf.NEWEST, 100))
                        .get())));
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    assertThat(console.get("/gold?table=none").body()).contains("there is no Gold table");
    for (String wrong :
        List.of(
            "/gold?table=none",
            "/gold?table=" + TABLE + "&sort=size",
            "/gold?table=" + TABLE + "&limit=many",
            "/gold?table=" + TABLE + "&product=Desk",
            "/gold?table=" + TABLE + "&from=yesterday",
            "/gold?table=" + TABLE + "&measure=orders",
            "/gold?as_of=99",
            "/gold/file",
            "/gold/changes?before=soon")) {
      assertThat(console.get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
