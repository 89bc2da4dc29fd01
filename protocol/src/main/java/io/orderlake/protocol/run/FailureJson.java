package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.lake.TablesJson;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Locale;

/**
 * {@code {"category":"infrastructure","message":"…","retryable":true}}; of an audit that found
 * some, {@code "differences":{"silver/orders":3}} besides.
 */
public final class FailureJson {
  private static final String DIFFERENCES = "differences";

  private FailureJson() {}

  static ObjectNode write(RunFailure failure) {
    ObjectNode node =
        StrictJson.object()
            .put("category", name(failure.category()))
            .put("message", failure.message())
            .put("retryable", failure.retryable());
    if (failure.differences().nonEmpty()) {
      node.set(
          DIFFERENCES,
          CountsJson.byName(failure.differences().bimap(TableId::path, count -> count)));
    }
    return node;
  }

  static RunFailure read(StrictObject node) throws MalformedJson {
    String name = node.text("category");
    RunFailure failure =
        new RunFailure(
            List.of(Category.values())
                .find(category -> name(category).equals(name))
                .getOrElseThrow(() -> new MalformedJson("unknown failure category '" + name + "'")),
            node.text("message"),
            differences(node.countsIfAny(DIFFERENCES)));
    if (node.truth("retryable") != failure.retryable()) {
      throw new MalformedJson("retryable does not go with the category " + name);
    }
    node.nothingElse();
    return failure;
  }

  private static SortedMap<TableId, Long> differences(SortedMap<String, Long> counts)
      throws MalformedJson {
    SortedMap<TableId, Long> differences = TreeMap.empty();
    for (Tuple2<String, Long> count : counts) {
      differences = differences.put(TablesJson.table(count._1), count._2);
    }
    return differences;
  }

  /** What a category is called. */
  public static String name(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }
}
