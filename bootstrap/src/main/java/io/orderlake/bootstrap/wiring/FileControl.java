package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.filesystem.lake.FileLakeRegister;
import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.adapters.filesystem.run.FileJournalReader;
import io.orderlake.adapters.filesystem.run.FileKeptFold;
import io.orderlake.adapters.filesystem.run.FileLeaderLock;
import io.orderlake.adapters.filesystem.run.FileRequestQueue;
import io.orderlake.adapters.filesystem.run.FileResultOutbox;
import io.orderlake.adapters.filesystem.run.FileRunJournal;
import io.orderlake.adapters.filesystem.run.FileRunRequests;
import io.orderlake.adapters.filesystem.run.FileTriggerInbox;
import io.orderlake.adapters.filesystem.run.RunDirectories;
import io.orderlake.adapters.filesystem.schema.FileKeptSchemas;
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
import java.nio.file.Path;
import java.time.Duration;

/**
 * In files of the lake's directory.
 *
 * @param lake absolute
 */
record FileControl(Path lake) implements ControlPlane {
  @Override
  public LakePlace look() {
    return LakePlace.look(lake);
  }

  @Override
  public LakeRegister register() {
    return new FileLakeRegister(lake);
  }

  @Override
  public String registerPlace() {
    return new FileLakeRegister(lake).file().toString();
  }

  @Override
  public LakeVersions versions() {
    return new FileLakeVersions(runs().resolve("lake-versions"));
  }

  @Override
  public RunJournal journal() {
    return new FileRunJournal(journalDirectory());
  }

  @Override
  public JournalReader journalReader() {
    return new FileJournalReader(journalDirectory());
  }

  @Override
  public KeptFold keptFold() {
    return new FileKeptFold(journalDirectory(), runs().resolve("journal-fold"));
  }

  @Override
  public RunRequests requests() {
    return new FileRunRequests(directories());
  }

  @Override
  public String requestsPlace() {
    return directories().triggers().resolve("pending").toString();
  }

  @Override
  public RequestQueue queue() {
    return new FileRequestQueue(directories());
  }

  @Override
  public ResultOutbox outbox() {
    return new FileResultOutbox(directories());
  }

  @Override
  public LeaderLock leaderLock() {
    return new FileLeaderLock(directories());
  }

  /** The system frees the lock of who was killed. */
  @Override
  public Duration silence() {
    return Duration.ZERO;
  }

  @Override
  public TriggerInbox inbox(Resources resources) {
    return resources.opened(new FileTriggerInbox(directories()));
  }

  @Override
  public KeptSchemas schemas() {
    return new FileKeptSchemas(lake.resolve("schemas"));
  }

  private Path runs() {
    return lake.resolve("runs");
  }

  private Path journalDirectory() {
    return runs().resolve("journal");
  }

  private RunDirectories directories() {
    return RunDirectories.under(lake);
  }
}
