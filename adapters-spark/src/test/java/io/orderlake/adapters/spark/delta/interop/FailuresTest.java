package io.orderlake.adapters.spark.delta.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderlake.application.contract.FailureVerdictContract;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.junit.jupiter.api.Test;

class FailuresTest extends FailureVerdictContract {
  @Override
  protected Throwable metBy(Throwable fault) {
    return catchThrowable(() -> Failures.during("refining", () -> FailuresTest.fail(fault)));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T fail(Throwable fault) throws E {
    throw (E) fault;
  }

  @Test
  void what_a_task_met_is_told_by_its_name_in_spark_s_text() {
    RuntimeException job =
        new RuntimeException("Job aborted: java.io.FileNotFoundException: part-1 does not exist");

    assertThat(Failures.of("reading x", job).failureCause()).isEqualTo(FailureCause.MISSING);
    assertThat(Failures.of("reading x", new ChecksumException("x", 3)).failureCause())
        .isEqualTo(FailureCause.DAMAGED);
    assertThat(
            Failures.of("reading x", new RuntimeException("[DELTA_TRUNCATED] no log"))
                .failureCause())
        .isEqualTo(FailureCause.DAMAGED);
    assertThat(Failures.of("reading x", new RuntimeException("executor lost")).failureCause())
        .isEqualTo(FailureCause.STORE_FAULT);
  }

  @Test
  void a_message_is_one_line_and_ends_with_no_announcement() {
    RuntimeException job =
        new RuntimeException(
            "ResultStage 19 has failed too often. Most recent failure reason:\n"
                + "  FetchFailedException: /tmp/shuffle_3 (No such file)\n\tat x.y.Z");

    assertThat(Failures.of("folding", job))
        .hasMessage(
            "folding: ResultStage 19 has failed too often. Most recent failure reason:"
                + " FetchFailedException: /tmp/shuffle_3 (No such file)");
    assertThat(Failures.of("folding", new RuntimeException("lost\n\tat x.y.Z")))
        .hasMessage("folding: lost");
    assertThat(Failures.of("folding", new RuntimeException("lost:"))).hasMessage("folding: lost:");
    assertThat(Failures.of("folding", new RuntimeException()))
        .hasMessage("folding: RuntimeException");
  }

  @Test
  void a_store_that_does_not_answer_may_answer_later() {
    LakeFailure failure = Failures.of("reading x", new IOException("connection reset"));

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessage("reading x: connection reset");
  }

  @Test
  void a_missing_file_stays_missing_however_deep_it_lies_in_the_causes() {
    Exception job =
        new RuntimeException("Job aborted", new FileNotFoundException("part-1.parquet"));

    assertThat(Failures.of("reading x", job).retryable()).isFalse();
    assertThat(Failures.of("reading x", job)).hasMessageContaining("part-1.parquet");
  }

  @Test
  void a_failure_that_is_known_keeps_its_own_words() {
    LakeFailure known = LakeFailure.lasting("position is 4, expected 3");

    assertThat(Failures.of("committing", new RuntimeException(known))).isSameAs(known);
  }

  @Test
  void a_defect_is_thrown_on_so_that_nobody_tries_it_again() {
    RuntimeException job = new RuntimeException("Job aborted", new NullPointerException("defect"));

    assertThatThrownBy(
            () ->
                Failures.during(
                    "refining",
                    () -> {
                      throw job;
                    }))
        .isSameAs(job);
  }

  @Test
  void a_full_disk_may_have_room_later_as_whatever_hadoop_throws_it() {
    IOException full = new IOException("No space left on device");

    assertThat(Failures.of("committing", new RuntimeException("DELTA_X", full)).retryable())
        .isTrue();
    assertThatThrownBy(
            () ->
                Failures.during(
                    "committing",
                    () -> {
                      throw ofHadoop(full);
                    }))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isTrue())
        .hasMessage("committing: No space left on device");
  }

  /** As Hadoop's local file system throws it; only its own package may make one. */
  private static FSError ofHadoop(IOException cause) throws ReflectiveOperationException {
    Constructor<FSError> made = FSError.class.getDeclaredConstructor(Throwable.class);
    made.setAccessible(true);
    return made.newInstance(cause);
  }
}
