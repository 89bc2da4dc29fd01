package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.SilverView;

/** What a forecast reads, and where it puts what does not fit into memory. */
public record ForecastPorts(
    BronzeView bronze, SilverView silver, QuarantineView quarantine, Scratch scratch) {}
