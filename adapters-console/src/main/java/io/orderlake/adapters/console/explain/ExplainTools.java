package io.orderlake.adapters.console.explain;

import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.explain.ExplainRecord;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.Seq;
import java.util.function.LongFunction;

/**
 * What explanations are made with.
 *
 * @param cells by a lake version's number, the use case with the zone and the currency that the
 *     lake had then
 * @param tables the Gold tables there are, likewise
 */
public record ExplainTools(
    LakeVersions versions,
    LongFunction<ExplainCell> cells,
    LongFunction<Seq<GoldProjection>> tables,
    ExplainRecord records) {}
