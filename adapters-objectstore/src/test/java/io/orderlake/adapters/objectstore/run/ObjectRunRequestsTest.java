package io.orderlake.adapters.objectstore.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.server.ControlServer;
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
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectRunRequestsTest extends RunRequestsContract {
  private static final Duration SOON = Duration.ofMillis(10);
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected RunRequests open() {
    return new ObjectRunRequests(S3.place(), SOON);
  }

  @Override
  protected TriggerInbox inbox() {
    return new ObjectTriggerInbox(S3.place(), SOON, () -> 1);
  }

  @Override
  protected ResultOutbox outbox() {
    return new ObjectResultOutbox(S3.place());
  }

  @Override
  protected LeaderLock leaderLock() {
    return new ObjectLeaderLock(S3.place(), epoch -> {}, Duration.ofHours(1));
  }

  @Test
  void a_request_that_would_be_refused_for_its_size_is_not_submitted() {
    RunRequest large =
        new RunRequest(
            new RunId("a"), "silver", "me", Runs.NOON, TreeMap.of("note", "x".repeat(70_000)));

    assertThatThrownBy(() -> open().submit(large)).hasMessageContaining("65536");
  }
}
