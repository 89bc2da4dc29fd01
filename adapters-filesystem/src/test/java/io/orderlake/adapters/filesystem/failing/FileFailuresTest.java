package io.orderlake.adapters.filesystem.failing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderlake.adapters.filesystem.lake.FileLakeRegister;
import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.adapters.filesystem.lake.FileScratch;
import io.orderlake.adapters.filesystem.run.FileLeaderLock;
import io.orderlake.adapters.filesystem.run.FileResultOutbox;
import io.orderlake.adapters.filesystem.run.FileRunJournal;
import io.orderlake.adapters.filesystem.run.FileRunRequests;
import io.orderlake.adapters.filesystem.run.FileTriggerInbox;
import io.orderlake.adapters.filesystem.run.RunDirectories;
import io.orderlake.application.contract.FailureVerdictContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFailuresTest extends FailureVerdictContract {
  private static final RunId RUN = new RunId("a");

  /** All of them meet it, and all tell the same. */
  @Override
  protected Throwable metBy(Throwable fault) {
    List<Throwable> told = told(fault);
    Set<FailureCause> causes = told.map(FailureCause::of).toSet();
    assertThat(causes).as("of " + fault).hasSize(1);
    return told.head();
  }

  @Test
  void what_an_adapter_throws_is_the_lake_s_failure() {
    assertThat(told(new IOException("Input/output error")))
        .hasSize(uses(Path.of("/")).size())
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(LakeFailure.class));
  }

  @Test
  void what_may_be_missing_is_no_failure_for_whoever_reads_it() {
    assertThat(told(new NoSuchFileException("x"))).hasSizeLessThan(uses(Path.of("/")).size());
  }

  private static List<Throwable> told(Throwable fault) {
    return uses(FailingFiles.directory(fault)).flatMap(use -> thrown(use));
  }

  private static List<Throwable> thrown(Use use) {
    Throwable thrown = catchThrowable(use::run);
    return thrown == null ? List.empty() : List.of(thrown);
  }

  private interface Use {
    void run() throws Throwable;
  }

  private static List<Use> uses(Path place) {
    RunDirectories directories = RunDirectories.under(place);
    return List.of(
        () -> new FileLakeVersions(place).latest(),
        () -> new FileLakeVersions(place).oldestKept(),
        () -> new FileLakeVersions(place).keepSince(2),
        () -> new FileLakeRegister(place).read(),
        () -> new FileScratch(place).open(8, 4),
        () -> new FileResultOutbox(directories).find(RUN),
        () -> new FileResultOutbox(directories).publish(Runs.succeeded("a")),
        () -> new FileRunJournal(place).mend(),
        () -> new FileRunJournal(place).history(RUN),
        () -> new FileRunRequests(directories).submit(Runs.request("a")),
        () -> new FileRunRequests(directories).runner(),
        () -> new FileRunRequests(directories).cancel(RUN),
        () -> new FileLeaderLock(directories).tryTake(0),
        () -> new FileTriggerInbox(directories).pending());
  }
}
