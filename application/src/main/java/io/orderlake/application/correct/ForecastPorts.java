package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.SilverView;

/** What a forecast reads, and where it puts what does not fit into memory. */
public record ForecastPorts(
    BronzeRecords bronze, SilverView silver, QuarantineView quarantine, Scratch scratch) {}
