package io.orderlake.adapters.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  /** To be written anew, after a look at what has changed, with this property. */
  private static final String WRITE = "orderlake.write.metrics";

  private static final Path KNOWN =
      Path.of("src/test/resources/io/orderlake/adapters/metrics/known-lake.txt");

  @Test
  void a_lake_driven_to_known_facts_gives_this_text() throws IOException {
    String text = new String(PrometheusText.of(KnownLake.metrics()), UTF_8);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(KNOWN, text);
    }

    assertThat(text).isEqualTo(Files.readString(KNOWN));
  }

  @Test
  void promtool_finds_nothing_to_object_to() throws Exception {
    Promtool.Answer answer =
        Promtool.ask(PrometheusText.of(KnownLake.metrics()), "check", "metrics");

    assertThat(answer.text()).isEmpty();
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void promtool_is_asked_for_good() throws Exception {
    byte[] wrong = "# TYPE things_total gauge\nthings_total 1\n".getBytes(UTF_8);

    assertThat(Promtool.ask(wrong, "check", "metrics").text()).contains("things_total");
  }

  @Test
  void labels_are_escaped() {
    Metric metric =
        new Metric(
            MetricFamily.gauge("of_topic", "", "Of a topic", "topic"),
            List.of(Sample.of(1, "a\"b\\c\nd")));

    assertThat(new String(PrometheusText.of(List.of(metric)), UTF_8))
        .contains("of_topic{topic=\"a\\\"b\\\\c\\nd\"} 1.0");
  }

  @Test
  void a_sample_that_is_not_of_its_family_s_kind_is_a_defect() {
    Metric counter =
        new Metric(
            MetricFamily.counter("things_total", "", "Things"),
            List.of(new Sample.Distribution(List.empty(), List.of(1L), 1)));
    Metric histogram =
        new Metric(
            MetricFamily.histogram("took_seconds", "seconds", "Time", List.of(1.0)),
            List.of(Sample.of(1)));

    for (Metric wrong : List.of(counter, histogram)) {
      assertThatThrownBy(() -> PrometheusText.of(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.family().name());
    }
  }
}
