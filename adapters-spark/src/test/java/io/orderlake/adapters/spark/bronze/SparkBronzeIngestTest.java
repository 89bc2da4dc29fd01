package io.orderlake.adapters.spark.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.SharedBroker;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SparkBronzeIngestTest extends SparkBronzeIngestSuite {
  @TempDir static Path dir;

  @RegisterExtension static final SharedBroker BROKER = SharedBroker.embedded(() -> dir);

  @Override
  KafkaConnection broker() {
    return BROKER.connection();
  }

  @Test
  void a_batch_that_is_repeated_with_other_bounds_adds_only_what_is_new() {
    BronzeLab bronze = new BronzeLab(TestSpark.session(), TestSpark.newRoot().toString());
    Sent sent = Sent.to(0, Event.v2("e-1"));
    assertThat(bronze.store(rows(sent, 0, 3))).isEqualTo(3);

    assertThat(bronze.store(rows(sent, 0, 3))).isZero();
    assertThat(bronze.store(rows(sent, 1, 5))).isEqualTo(2);
    assertThat(bronze.records())
        .extracting(r -> r.source().offset())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  private static List<Row> rows(Sent sent, long from, long to) {
    List<Row> rows = new ArrayList<>();
    for (long offset = from; offset < to; offset++) {
      rows.add(BronzeLab.kafkaRow(sent, offset));
    }
    return rows;
  }
}
