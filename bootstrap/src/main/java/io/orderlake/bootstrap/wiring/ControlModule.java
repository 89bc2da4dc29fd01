package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.filesystem.lake.FileScratch;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import java.nio.file.Files;
import java.nio.file.Path;

/** The trigger protocol, the journal and the lake versions; and scratch space on this machine. */
final class ControlModule extends AbstractModule {
  @Provides
  @Singleton
  ControlPlane control(LakehouseConfig config) {
    return ControlPlane.of(config);
  }

  @Provides
  @Singleton
  LakeVersions versions(ControlPlane control) {
    return control.versions();
  }

  @Provides
  @Singleton
  LakeRegister register(ControlPlane control) {
    return control.register();
  }

  /** A lake that cannot be written to is audited nevertheless. */
  @Provides
  @Singleton
  Scratch scratch(LakehouseConfig config) {
    return new FileScratch(
        Files.isWritable(config.data()) || config.workOfAll().isDefined()
            ? config.work().resolve("scratch")
            : Path.of(System.getProperty("java.io.tmpdir")).resolve("orderlake-scratch"));
  }

  @Provides
  @Singleton
  RunJournal journal(ControlPlane control) {
    return control.journal();
  }

  @Provides
  @Singleton
  RunRequests requests(ControlPlane control) {
    return control.requests();
  }

  @Provides
  @Singleton
  ResultOutbox outbox(ControlPlane control) {
    return control.outbox();
  }

  @Provides
  @Singleton
  LeaderLock leaderLock(ControlPlane control) {
    return control.leaderLock();
  }

  @Provides
  @Singleton
  TriggerInbox inbox(ControlPlane control, Resources resources) {
    return control.inbox(resources);
  }
}
