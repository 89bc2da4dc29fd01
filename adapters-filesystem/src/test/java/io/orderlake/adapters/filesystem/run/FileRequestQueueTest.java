package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.RequestQueueContract;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRequestQueueTest extends RequestQueueContract {
  @TempDir Path data;

  @Override
  protected RequestQueue open() {
    return new FileRequestQueue(RunDirectories.under(data));
  }

  @Override
  protected RunRequests requests() {
    return new FileRunRequests(RunDirectories.under(data));
  }

  @Override
  protected TriggerInbox inbox() {
    return new FileTriggerInbox(RunDirectories.under(data));
  }

  @Override
  protected void plantMalformed() {
    try {
      Path pending = RunDirectories.under(data).made().pending();
      Files.writeString(pending.resolve("nonsense.json"), "no JSON");
      Files.writeString(pending.resolve(".being-written.tmp"), "{");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void looking_makes_no_directory() {
    open().now();

    assertThat(data).isEmptyDirectory();
  }
}
