package io.orderlake.answers.gold;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.gold.CellChange;
import io.orderlake.application.gold.GoldChanges;
import io.orderlake.domain.gold.GoldProjection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed in a Gold table between two lake versions, for programs. */
public final class GoldChangesJson {
  private GoldChangesJson() {}

  /** Counts and totals of all that changed, and the cells that are shown. */
  public static Map<String, @Nullable Object> of(GoldChanges changes) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("table", changes.projection().table());
    json.put("before", changes.before().number());
    json.put("lake_version", changes.after().number());
    for (CellChange.Kind kind : CellChange.Kind.values()) {
      json.put(word(kind), changes.count(kind));
    }
    json.put("total_before", FiguresText.json(changes.totalBefore()));
    json.put("total", FiguresText.json(changes.totalAfter()));
    json.put(
        "cells", changes.changes().map(change -> json(changes.projection(), change)).toJavaList());
    return json;
  }

  private static String word(CellChange.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> json(GoldProjection table, CellChange change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.putAll(table.named(change.key()));
    json.put(table.time().name(), change.key().time().toString());
    json.put("change", word(change.kind()));
    json.put("before", change.before().map(FiguresText::json).getOrNull());
    json.put("after", change.after().map(FiguresText::json).getOrNull());
    return json;
  }
}
