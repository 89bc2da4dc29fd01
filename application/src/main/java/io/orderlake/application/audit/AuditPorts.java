package io.orderlake.application.audit;

import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.SilverView;

/** What an audit reads, and where it puts what does not fit into memory. */
public record AuditPorts(
    LakeVersions versions,
    BronzeRecords bronze,
    SilverView silver,
    QuarantineView quarantine,
    GoldView gold,
    Scratch scratch) {}
