package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.collection.List;
import java.util.Locale;

/** {@code {"category":"infrastructure","message":"…","retryable":true}}. */
public final class FailureJson {
  private FailureJson() {}

  static ObjectNode write(RunFailure failure) {
    return StrictJson.object()
        .put("category", name(failure.category()))
        .put("message", failure.message())
        .put("retryable", failure.retryable());
  }

  static RunFailure read(StrictObject node) throws MalformedJson {
    String name = node.text("category");
    RunFailure failure =
        new RunFailure(
            List.of(Category.values())
                .find(category -> name(category).equals(name))
                .getOrElseThrow(() -> new MalformedJson("unknown failure category '" + name + "'")),
            node.text("message"));
    if (node.truth("retryable") != failure.retryable()) {
      throw new MalformedJson("retryable does not go with the category " + name);
    }
    node.nothingElse();
    return failure;
  }

  /** What a category is called. */
  public static String name(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }
}
