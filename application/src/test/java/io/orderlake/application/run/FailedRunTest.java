package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Fault;
import io.orderlake.application.contract.Faults;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is said to have failed by follows from the verdict on what its job met. */
class FailedRunTest {
  @TempDir Path faulty;

  private final RunnerStage stage = new RunnerStage();
  private int runs;

  @Test
  void a_run_that_met_a_fault_is_told_by_its_verdict_whether_it_was_translated_or_not()
      throws IOException {
    List<Fault> faults =
        Faults.in(faulty).filter(fault -> !(fault.thrown() instanceof VirtualMachineError));
    assertThat(faults)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            fault -> {
              RunFailure.Category wanted = RunFailure.Category.of(fault.cause().verdict());
              assertThat(failureOf(LakeFailure.of("x", fault.thrown())).category())
                  .isEqualTo(wanted);
              assertThat(failureOf(fault.thrown()).category()).isEqualTo(wanted);
            });
  }

  @Test
  void what_nobody_has_translated_says_what_happened() {
    assertThat(failureOf(new IOException("Read-only file system")).message())
        .contains(FailureCause.READ_ONLY.happened());
  }

  private RunFailure failureOf(Throwable thrown) {
    String id = "run-" + runs++;
    stage.silver.script = context -> fail(thrown);
    stage.exchange.submit(request(id));
    return stage.serve(id).head().failure().get();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T fail(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
