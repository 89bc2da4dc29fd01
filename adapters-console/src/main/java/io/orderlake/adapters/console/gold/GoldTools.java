package io.orderlake.adapters.console.gold;

import io.orderlake.application.gold.CompareGold;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * What Gold's pages are made with.
 *
 * @param at by a lake version's number, the use case with the zone and the currency that the lake
 *     had then
 * @param parquet cells of a table as a Parquet file; none of none
 */
public record GoldTools(
    LakeVersions versions,
    LongFunction<ShowGold> at,
    CompareGold compare,
    BiFunction<GoldProjection, Seq<GoldCell>, Option<byte[]>> parquet) {}
