package io.orderlake.answers.serve;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.serve.ServedDifference;
import io.orderlake.application.serve.ServedVerdict;
import io.orderlake.domain.gold.GoldCell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of {@code audit --serve --json}. */
public final class ServedJson {
  private ServedJson() {}

  public static Map<String, @Nullable Object> of(ServedVerdict verdict) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("intact", verdict.isIntact());
    json.put("lake_version", verdict.lake().number());
    json.put("newest_lake_version", verdict.newest());
    json.put("served_at", verdict.served().servedAt().toString());
    json.put("tables", verdict.tables().toJavaList());
    json.put("absent", verdict.absent().toJavaList());
    json.put("cells", verdict.cells());
    json.put("differences", verdict.differences());
    json.put("smallest", verdict.smallest().map(ServedJson::difference).getOrNull());
    return json;
  }

  private static Map<String, @Nullable Object> difference(ServedDifference difference) {
    GoldCell cell = difference.cell();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("table", difference.projection().table());
    json.put("kind", difference.kind());
    json.putAll(difference.projection().named(cell.key()));
    json.put(difference.projection().time().name(), cell.key().time().toString());
    json.put(
        "expected", difference.expected().map(own -> FiguresText.json(own.figures())).getOrNull());
    json.put(
        "found", difference.found().map(other -> FiguresText.json(other.figures())).getOrNull());
    return json;
  }
}
