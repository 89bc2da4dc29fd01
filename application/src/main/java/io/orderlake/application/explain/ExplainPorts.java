package io.orderlake.application.explain;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lookup.LakeLookup;

/** What an explanation is read from. */
public record ExplainPorts(LakeVersions versions, BronzeView bronze, LakeLookup lookup) {}
