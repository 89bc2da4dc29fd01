package io.orderlake.application.run;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.TriggerInbox;

/**
 * What a runner drives, all of one lake.
 *
 * @param bronze says where the records came from that a run read
 */
public record RunnerPorts(
    LeaderLock leaderLock,
    TriggerInbox inbox,
    ResultOutbox outbox,
    RunJournal journal,
    LakeVersions versions,
    BronzeView bronze,
    LineageLog lineage) {}
