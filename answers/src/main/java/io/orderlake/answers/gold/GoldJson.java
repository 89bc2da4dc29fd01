package io.orderlake.answers.gold;

import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of Gold tables for programs and for spreadsheets. */
public final class GoldJson {
  private GoldJson() {}

  /** Tables at one lake version; what {@code gold --json} prints. */
  public static Map<String, @Nullable Object> of(LakeVersion lake, Seq<GoldPage> pages) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", lake.number());
    json.put("published_at", lake.isEmpty() ? null : lake.publishedAt().toString());
    json.put("tables", pages.map(GoldJson::of).toJavaList());
    return json;
  }

  private static List<Measure> measures(GoldPage page) {
    return List.ofAll(page.projection().measures().all());
  }

  /** With a head; times in UTC, decimals in full. */
  public static List<Csv.Row> csv(GoldPage page) {
    GoldProjection projection = page.projection();
    return page.cells()
        .map(
            cell ->
                Csv.Row.of(
                    List.<Object>ofAll(cell.key().texts())
                        .append(cell.key().time().toString())
                        .appendAll(
                            measures(page)
                                .map(measure -> FiguresText.exact(measure, cell.figures())))
                        .toJavaArray()))
        .toList()
        .prepend(
            Csv.Row.of(
                List.<Object>ofAll(projection.textColumns())
                    .append(projection.time().name())
                    .appendAll(measures(page).map(Measure::column))
                    .toJavaArray()));
  }

  /** Times in UTC, amounts as text so that no reader makes doubles of them. */
  public static Map<String, Object> of(GoldPage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", page.projection().table());
    json.put("lake_version", page.lake().number());
    json.put("matching", page.matching());
    json.put("total", FiguresText.json(page.totals()));
    json.put("cells", page.cells().map(cell -> json(page.projection(), cell)).toJavaList());
    return json;
  }

  private static Map<String, Object> json(GoldProjection projection, GoldCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.putAll(projection.named(cell.key()));
    json.put(projection.time().name(), cell.key().time().toString());
    json.putAll(FiguresText.json(cell.figures()));
    return json;
  }
}
