package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.RequestQueueContract;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectRequestQueueTest extends RequestQueueContract {
  private static final Duration SOON = Duration.ofMillis(10);
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected RequestQueue open() {
    return new ObjectRequestQueue(S3.place());
  }

  @Override
  protected RunRequests requests() {
    return new ObjectRunRequests(S3.place(), SOON);
  }

  @Override
  protected TriggerInbox inbox() {
    return new ObjectTriggerInbox(S3.place(), SOON, () -> 1);
  }

  @Override
  protected void plantMalformed() {
    S3.place().put("triggers/pending/nonsense.json", "no JSON".getBytes(UTF_8));
    S3.place().put("triggers/pending/.being-written.tmp", "{".getBytes(UTF_8));
  }
}
