package io.orderlake.protocol.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.protocol.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A trouble as Alertmanager's webhooks tell it, version 4: a group of one alert, whose fingerprint
 * is the same at its beginning and at its end.
 */
public final class NotificationJson {
  private static final String VERSION = "4";
  private static final String RECEIVER = "orderlake";

  /** As Alertmanager says that there is no end yet. */
  private static final String NO_END = "0001-01-01T00:00:00Z";

  private NotificationJson() {}

  /**
   * The whole message.
   *
   * @param lake the label {@code lake}, which tells it from others
   */
  public static byte[] write(Trouble trouble, String lake) {
    String status = trouble.until().isEmpty() ? "firing" : "resolved";
    ObjectNode labels = labels(trouble, lake);
    ObjectNode annotations =
        StrictJson.object()
            .put("summary", trouble.what())
            .put("next_step", trouble.alert().advice())
            .put("runbook", trouble.alert().runbook());
    ObjectNode alert = StrictJson.object().put("status", status);
    alert.set("labels", labels);
    alert.set("annotations", annotations);
    alert
        .put("startsAt", trouble.since().toString())
        .put("endsAt", trouble.until().map(Instant::toString).getOrElse(NO_END))
        .put("generatorURL", "")
        .put("fingerprint", fingerprint(labels));
    ObjectNode json =
        StrictJson.object()
            .put("version", VERSION)
            .put("groupKey", StrictJson.line(labels))
            .put("truncatedAlerts", 0)
            .put("status", status)
            .put("receiver", RECEIVER);
    json.set("groupLabels", labels);
    json.set("commonLabels", labels);
    json.set("commonAnnotations", annotations);
    json.put("externalURL", "").putArray("alerts").add(alert);
    return StrictJson.line(json).getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode labels(Trouble trouble, String lake) {
    ObjectNode labels =
        StrictJson.object()
            .put("alertname", trouble.alert().title())
            .put("lake", lake)
            .put("severity", trouble.alert().severity().name().toLowerCase(Locale.ROOT));
    trouble.where().forEach((name, value) -> labels.put(name, value));
    return labels;
  }

  private static String fingerprint(ObjectNode labels) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(StrictJson.line(labels).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
