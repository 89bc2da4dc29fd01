package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.domain.schema.KeptSchemas;
import java.time.Duration;

/**
 * What is known of a lake and of its runs, where its tables lie: each call opens one part of it
 * anew, and nothing is looked at before it is used.
 */
interface ControlPlane {
  /** That of the configured lake. */
  static ControlPlane of(LakehouseConfig config) {
    return config.store().isEmpty() ? new FileControl(config.data()) : new ObjectControl(config);
  }

  /** What lies where the lake is looked for. */
  LakePlace look();

  LakeRegister register();

  /** Where the register is, for people. */
  String registerPlace();

  LakeVersions versions();

  RunJournal journal();

  JournalReader journalReader();

  KeptFold keptFold();

  RunRequests requests();

  /** Where requests are put, for people. */
  String requestsPlace();

  RequestQueue queue();

  ResultOutbox outbox();

  LeaderLock leaderLock();

  /** How long who was killed is taken for an active runner. */
  Duration silence();

  TriggerInbox inbox(Resources resources);

  KeptSchemas schemas();
}
