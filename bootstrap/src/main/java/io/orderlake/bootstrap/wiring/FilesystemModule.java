package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.filesystem.lake.FileLakeRegister;
import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.adapters.filesystem.lake.FileScratch;
import io.orderlake.adapters.filesystem.run.FileLeaderLock;
import io.orderlake.adapters.filesystem.run.FileResultOutbox;
import io.orderlake.adapters.filesystem.run.FileRunJournal;
import io.orderlake.adapters.filesystem.run.FileRunRequests;
import io.orderlake.adapters.filesystem.run.FileTriggerInbox;
import io.orderlake.adapters.filesystem.run.RunDirectories;
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

/** The trigger protocol, the journal and the lake versions, as files. */
final class FilesystemModule extends AbstractModule {
  @Provides
  @Singleton
  RunDirectories directories(LakehouseConfig config) {
    return RunDirectories.under(config.data());
  }

  @Provides
  @Singleton
  LakeVersions versions(LakehouseConfig config) {
    return new FileLakeVersions(config.data().resolve("runs").resolve("lake-versions"));
  }

  @Provides
  @Singleton
  LakeRegister register(LakehouseConfig config) {
    return new FileLakeRegister(config.data());
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
  RunJournal journal(LakehouseConfig config) {
    return new FileRunJournal(config.data().resolve("runs").resolve("journal"));
  }

  @Provides
  @Singleton
  RunRequests requests(RunDirectories directories) {
    return new FileRunRequests(directories);
  }

  @Provides
  @Singleton
  ResultOutbox outbox(RunDirectories directories) {
    return new FileResultOutbox(directories);
  }

  @Provides
  @Singleton
  LeaderLock leaderLock(RunDirectories directories) {
    return new FileLeaderLock(directories);
  }

  @Provides
  @Singleton
  TriggerInbox inbox(RunDirectories directories, Resources resources) {
    return resources.opened(new FileTriggerInbox(directories));
  }
}
