package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Publishing where the store's answer is not what it did. */
class PublishLakeTest {
  private static final String TAKEN = "the number is taken";

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();

  @Test
  void a_version_that_was_published_but_answered_as_refused_is_published() {
    Either<RunFailure, RunOutcome> outcome = publish(new Refusing(versions), "mine", 3);

    assertThat(outcome.get().lakeVersion()).isEqualTo(1);
    assertThat(versions.latest().publishedBy()).isEqualTo(new RunId("mine"));
  }

  @Test
  void another_runs_version_is_not_taken_for_ones_own() {
    assertThat(publish(versions, "another", 3).isRight()).isTrue();

    assertThat(publish(versions, "mine", 3).getLeft().message()).contains("another");
  }

  @Test
  void what_an_earlier_runner_published_for_the_same_run_is_not_taken_for_ones_own() {
    assertThat(publish(versions, "mine", 2).isRight()).isTrue();

    assertThat(publish(versions, "mine", 3).isLeft()).isTrue();
  }

  private static Either<RunFailure, RunOutcome> publish(
      LakeVersions versions, String run, long epoch) {
    return new PublishLake(versions, () -> Instant.EPOCH)
        .publish(
            new RunContext(new RunId(run), epoch, HashMap.empty()),
            LakeVersion.empty(),
            TreeMap.of(TableId.BRONZE_ORDERS, new TableState(0, 0)),
            RunReport.nothing());
  }

  /** Takes a version, and says that it did not. */
  private record Refusing(LakeVersions versions) implements LakeVersions {
    @Override
    public LakeVersion latest() {
      return versions.latest();
    }

    @Override
    public Option<LakeVersion> version(long number) {
      return versions.version(number);
    }

    @Override
    public Option<LakeVersion> publishedBy(RunId run) {
      return versions.publishedBy(run);
    }

    @Override
    public Either<String, LakeVersion> publish(LakeVersion next) {
      return versions.publish(next).flatMap(taken -> Either.left(TAKEN));
    }

    @Override
    public long oldestKept() {
      return versions.oldestKept();
    }

    @Override
    public void keepSince(long number) {
      versions.keepSince(number);
    }
  }
}
