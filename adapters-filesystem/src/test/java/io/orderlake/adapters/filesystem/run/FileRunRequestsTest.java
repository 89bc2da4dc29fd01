package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.RunRequestsContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.collection.TreeMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunRequestsTest extends RunRequestsContract {
  @TempDir Path data;

  @Override
  protected RunRequests open() {
    return new FileRunRequests(RunDirectories.under(data));
  }

  @Override
  protected TriggerInbox inbox() {
    return new FileTriggerInbox(RunDirectories.under(data));
  }

  @Override
  protected ResultOutbox outbox() {
    return new FileResultOutbox(RunDirectories.under(data));
  }

  @Override
  protected LeaderLock leaderLock() {
    return new FileLeaderLock(RunDirectories.under(data));
  }

  @Test
  void a_request_that_would_be_refused_for_its_size_is_not_submitted() {
    RunRequest large =
        new RunRequest(
            new RunId("a"), "silver", "me", Runs.NOON, TreeMap.of("note", "x".repeat(70_000)));

    assertThatThrownBy(() -> open().submit(large)).hasMessageContaining("65536");
  }
}
