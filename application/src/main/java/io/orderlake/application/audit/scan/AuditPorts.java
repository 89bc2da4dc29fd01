package io.orderlake.application.audit.scan;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.SilverView;

/** What an audit reads, and where it puts what does not fit into memory. */
public record AuditPorts(
    LakeVersions versions,
    BronzeView bronze,
    SilverView silver,
    QuarantineView quarantine,
    GoldView gold,
    Scratch scratch) {}
