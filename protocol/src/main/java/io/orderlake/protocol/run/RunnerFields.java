package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.run.RunnerEvent;
import io.orderlake.domain.run.RunnerEvent.FileRejected;
import io.orderlake.domain.run.RunnerEvent.JournalMended;
import io.orderlake.domain.run.RunnerEvent.RunnerStoodDown;
import io.orderlake.domain.run.RunnerEvent.RunnerTookOver;

/** Writes type and fields of each runner event. */
record RunnerFields(ObjectNode node) implements RunnerEvent.Cases<ObjectNode> {

  @Override
  public ObjectNode tookOver(RunnerTookOver event) {
    return node.put("type", "runner_took_over").put("who", event.who());
  }

  @Override
  public ObjectNode stoodDown(RunnerStoodDown event) {
    return node.put("type", "runner_stood_down");
  }

  @Override
  public ObjectNode mended(JournalMended event) {
    return node.put("type", "journal_mended").put("what", event.what());
  }

  @Override
  public ObjectNode fileRejected(FileRejected event) {
    return node.put("type", "file_rejected")
        .put("file", event.file())
        .put("reason", event.reason());
  }
}
