package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;

/** A request as {@code contracts/trigger-protocol/request.schema.json} describes it. */
public final class RequestJson {
  /** The version of the protocol that is written and read. */
  public static final int PROTOCOL = 1;

  /** In bytes; whatever is longer is refused. */
  public static final int SIZE_LIMIT = 64 * 1024;

  private static final int NAME_LIMIT = 200;

  private RequestJson() {}

  /**
   * The request's bytes.
   *
   * @throws LakeFailure when they are more than {@link #SIZE_LIMIT}
   */
  public static byte[] write(RunRequest request) {
    byte[] content = StrictJson.pretty(node(request).put("protocol", PROTOCOL));
    if (content.length > SIZE_LIMIT) {
      throw LakeFailure.because(
          FailureCause.TOO_LONG,
          "the request %s has %s bytes; at most %s are allowed, so shorten its parameters"
              .formatted(request.runId(), content.length, SIZE_LIMIT));
    }
    return content;
  }

  public static RunRequest read(byte[] bytes) throws MalformedJson {
    if (bytes.length > SIZE_LIMIT) {
      throw new MalformedJson("it is larger than " + SIZE_LIMIT + " bytes");
    }
    StrictObject node = StrictJson.read(bytes);
    long protocol = node.whole("protocol", 0);
    if (protocol != PROTOCOL) {
      throw new MalformedJson(
          "it speaks protocol " + protocol + ", but this runner speaks protocol " + PROTOCOL);
    }
    return read(node);
  }

  static ObjectNode node(RunRequest request) {
    ObjectNode node =
        StrictJson.object()
            .put("run_id", request.runId().value())
            .put("job", request.job())
            .put("requested_by", request.requestedBy())
            .put("requested_at", request.requestedAt().toString());
    ObjectNode params = node.putObject("params");
    request.params().forEach((name, value) -> params.put(name, value));
    return node;
  }

  static RunRequest read(StrictObject node) throws MalformedJson {
    RunRequest request =
        new RunRequest(
            runId(node),
            name(node, "job"),
            name(node, "requested_by"),
            node.instant("requested_at"),
            node.texts("params"));
    node.nothingElse();
    return request;
  }

  static RunId runId(StrictObject node) throws MalformedJson {
    return RunId.parse(node.text("run_id"))
        .getOrElseThrow((String why) -> new MalformedJson("run_id: " + why));
  }

  private static String name(StrictObject node, String field) throws MalformedJson {
    String text = node.text(field);
    if (text.isBlank() || text.length() > NAME_LIMIT) {
      throw new MalformedJson(field + " must have 1 to " + NAME_LIMIT + " characters");
    }
    return text;
  }
}
