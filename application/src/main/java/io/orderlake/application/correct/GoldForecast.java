package io.orderlake.application.correct;

import io.orderlake.domain.gold.Totals;

/**
 * What folding a Gold table anew comes to.
 *
 * @param table its name
 * @param now what its cells hold
 * @param then what they will hold
 * @param appearing cells that it has not
 * @param vanishing cells that it will have no longer
 * @param changing cells that will hold something else
 */
public record GoldForecast(
    String table, Totals now, Totals then, long appearing, long vanishing, long changing) {}
