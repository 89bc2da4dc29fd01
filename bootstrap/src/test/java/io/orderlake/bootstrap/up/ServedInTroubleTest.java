package io.orderlake.bootstrap.up;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.application.serve.ServeGold;
import io.orderlake.application.serve.TellOperations;
import io.orderlake.application.twin.InMemoryGoldSink;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryOperationsSink;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemoryRunJournal;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Gold is served on a thread of its own, whatever becomes of the sink. */
class ServedInTroubleTest {
  private static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));

  private final ServedLake lake = new ServedLake("gold");
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryGoldSink sink = new InMemoryGoldSink();
  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> served = new LinkedBlockingQueue<>();

  private void publish(String amount) {
    Instant ten = Instant.parse("2026-11-22T10:00:00Z");
    lake.commit(HOURS, Set.of("2026-11-22"), List.of(cell(HOURS, ten, 1, amount, "Oslo")));
    assertThat(versions.publish(lake.publish()).isRight()).isTrue();
  }

  private ServedGold start() {
    InMemoryRunJournal journal = new InMemoryRunJournal();
    return ServedGold.start(
        new ServeGold(versions, lake.partitions(), List.of(HOURS), sink, () -> Instant.EPOCH),
        new TellOperations(
            versions,
            journal,
            new ShowQuarantine(versions, new InMemoryQuarantineView()),
            new InMemoryOperationsSink(sink),
            () -> Instant.EPOCH),
        new Troubles(notes::add),
        now -> served.add(now.version()));
  }

  @Test
  void one_that_is_down_is_told_once_and_caught_up_with_when_it_is_back() throws Exception {
    publish("1");
    sink.failWith(LakeFailure.because(FailureCause.UNREACHABLE, "nobody listens"));
    try (ServedGold serving = start()) {
      assertThat(notes.take())
          .isEqualTo("Gold is not served in PostgreSQL, all else goes on: nobody listens");
      publish("2");
      publish("3");
      serving.throwIfBroken();
      sink.failWith(null);

      assertThat(served.take()).isEqualTo(3);
      assertThat(notes.take()).contains("served in PostgreSQL again, at lake version 3");
      publish("4");
      assertThat(served.take()).isEqualTo(4);
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void one_that_is_there_is_told_of_nothing_but_versions() throws Exception {
    publish("1");
    try (ServedGold serving = start()) {
      assertThat(served.take()).isEqualTo(1);
      serving.throwIfBroken();
    }
    assertThat(notes).isEmpty();
    assertThat(sink.served()).isNotEmpty();
  }
}
