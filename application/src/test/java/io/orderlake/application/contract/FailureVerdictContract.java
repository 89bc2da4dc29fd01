package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every adapter that meets the machine, its files and its network promises: the same fault has
 * the same cause, and so the same verdict, whoever meets it and however deep it lies.
 */
public abstract class FailureVerdictContract {
  @TempDir Path faulty;

  /** Lets the adapter meet the fault while it works; what its callers get then. */
  protected abstract Throwable metBy(Throwable fault);

  @Test
  protected void each_fault_has_one_cause_whoever_meets_it() throws IOException {
    assertThat(Faults.in(faulty))
        .hasSizeGreaterThan(30)
        .allSatisfy(fault -> assertThat(causeOf(fault.thrown())).isEqualTo(fault.cause()));
  }

  @Test
  protected void a_fault_keeps_its_cause_however_deep_it_lies() throws IOException {
    assertThat(Faults.in(faulty).flatMap(FailureVerdictContract::wrapped))
        .hasSizeGreaterThan(60)
        .allSatisfy(fault -> assertThat(causeOf(fault.thrown())).isEqualTo(fault.cause()));
  }

  @Test
  protected void what_was_told_before_stays() {
    LakeFailure known = LakeFailure.because(FailureCause.OTHER_SHAPE, "written by a newer one");

    assertThat(causeOf(known)).isEqualTo(FailureCause.OTHER_SHAPE);
    assertThat(causeOf(new RuntimeException("Read timed out", known)))
        .isEqualTo(FailureCause.OTHER_SHAPE);
  }

  @Test
  protected void a_defect_is_never_tried_again() {
    assertThat(
            List.of(
                new NullPointerException("x"),
                new ClassCastException("x"),
                new ArithmeticException("/ by zero"),
                new RuntimeException("job aborted", new NullPointerException("x")),
                new RuntimeException("not sent", new NotSerializableException("x"))))
        .hasSize(5)
        .allSatisfy(defect -> assertThat(causeOf(defect).isPassing()).isFalse());
  }

  private FailureCause causeOf(Throwable fault) {
    try {
      return FailureCause.of(metBy(fault));
    } finally {
      boolean ignored = Thread.interrupted();
    }
  }

  private static List<Fault> wrapped(Fault fault) {
    Throwable thrown = fault.thrown();
    List<Throwable> outer =
        List.of(
            new RuntimeException("job aborted", thrown),
            new ExecutionException("a task failed", new IOException("cannot go on", thrown)));
    return (thrown instanceof IOException io
            ? outer.append(new UncheckedIOException("while reading", io))
            : outer)
        .map(
            wrapping ->
                new Fault(
                    fault + " within " + wrapping.getClass().getSimpleName(),
                    wrapping,
                    fault.cause()));
  }
}
