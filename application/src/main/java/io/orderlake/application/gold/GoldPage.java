package io.orderlake.application.gold;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;

/**
 * What {@link ShowGold} found.
 *
 * @param projection the table
 * @param lake the lake version it was read at
 * @param cells those that match, in the order asked for, up to the limit
 * @param matching how many match
 * @param totals what all that match add up to, shown or not
 */
public record GoldPage(
    GoldProjection projection,
    LakeVersion lake,
    Seq<GoldCell> cells,
    long matching,
    Totals totals) {}
