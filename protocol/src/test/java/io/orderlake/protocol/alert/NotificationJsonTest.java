package io.orderlake.protocol.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Trouble;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationJsonTest {
  private static final Trouble LOST =
      new Trouble(
          Alert.RECORDS_LOST,
          TreeMap.of("topic", "orders", "partition", "0"),
          "Kafka removed 3 offsets of \"orders\"/0",
          Instant.parse("2026-11-22T10:00:00Z"),
          Option.none());

  @Test
  void a_beginning_is_told_as_alertmanager_tells_it() {
    String labels =
        "{'alertname':'OrderlakeRecordsLost','lake':'/srv/lake','severity':'page','partition':'0','topic':'orders'}";
    String annotations =
        "{'summary':'Kafka removed 3 offsets of \\\"orders\\\"/0','next_step':'accept the gap as the ingest says',"
            + "'runbook':'docs/operations.md#orderlakerecordslost'}";
    String text = new String(NotificationJson.write(LOST, "/srv/lake"), UTF_8);
    String fingerprint = text.replaceAll(".*\"fingerprint\":\"([0-9a-f]{16})\".*", "$1");

    assertThat(fingerprint).hasSize(16);
    assertThat(text)
        .isEqualTo(
            ("{'version':'4','groupKey':'"
                    + labels.replace("'", "\\'")
                    + "','truncatedAlerts':0,'status':'firing','receiver':'orderlake','groupLabels':"
                    + labels
                    + ",'commonLabels':"
                    + labels
                    + ",'commonAnnotations':"
                    + annotations
                    + ",'externalURL':'','alerts':[{'status':'firing','labels':"
                    + labels
                    + ",'annotations':"
                    + annotations
                    + ",'startsAt':'2026-11-22T10:00:00Z','endsAt':'0001-01-01T00:00:00Z','generatorURL':'','fingerprint':'"
                    + fingerprint
                    + "'}]}")
                .replace('\'', '"'));
  }

  @Test
  void an_end_has_the_same_fingerprint_and_its_time() {
    String begun = new String(NotificationJson.write(LOST, "/srv/lake"), UTF_8);
    String over =
        new String(
            NotificationJson.write(LOST.over(Instant.parse("2026-11-22T10:05:00Z")), "/srv/lake"),
            UTF_8);

    assertThat(over)
        .isEqualTo(
            begun
                .replace("firing", "resolved")
                .replace("0001-01-01T00:00:00Z", "2026-11-22T10:05:00Z"));
  }
}
