package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableSizes;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * What metrics are folded out of.
 *
 * @param versions the published lake versions
 * @param bronze not shared with whoever reads other versions of it, which would cost both
 * @param topics the offsets of every topic that the lake is filled from; asked anew for each
 *     reading, and throws where no broker is known
 * @param records of these topics; likewise
 * @param journal everything that happened to runs and runners
 * @param fold what was folded out of it before
 * @param requests tell the runner's heartbeat
 * @param queue what waits for the runner
 * @param quarantine what is quarantined
 * @param sizes what the tables take
 * @param disk what there is room for
 * @param served where Gold is served; none where it is served nowhere
 */
public record MetricsPorts(
    LakeVersions versions,
    BronzeView bronze,
    Supplier<Seq<SourceOffsets>> topics,
    Supplier<SourceRecords> records,
    JournalReader journal,
    KeptFold fold,
    RunRequests requests,
    RequestQueue queue,
    QuarantineView quarantine,
    TableSizes sizes,
    LakeDisk disk,
    Option<Supplier<Option<Served>>> served) {}
