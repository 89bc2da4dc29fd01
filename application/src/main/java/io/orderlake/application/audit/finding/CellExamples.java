package io.orderlake.application.audit.finding;

import io.orderlake.application.audit.finding.Findings.Cells;
import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.verdict.Difference.CounterExample;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Counter-examples out of Gold.
 *
 * @param tables the Gold tables, by their numbers
 */
record CellExamples(RecordRefiner refiner, Vector<PublishedGold> tables, Evidence evidence) {
  /** What the replay and the table say about the cell. */
  CounterExample of(Cells cells) {
    GoldProjection projection = tables.get(cells.smallest().table()).projection();
    Option<LinePosition> first = cells.first();
    String subject =
        evidence
            .gold(cells.smallest())
            .orElse(
                () ->
                    first
                        .flatMap(position -> evidence.verdict(position, refiner))
                        .flatMap(Evidence::order)
                        .map(Sale::of)
                        .map(projection::keyOf))
            .map(key -> cellName(projection, key))
            .getOrElse("a cell");
    return new CounterExample(
        subject,
        first,
        first.isEmpty() ? "no event in it" : cells.cell().replayed().toString(),
        cells.cell().stored().isEmpty()
            ? "no row"
            : cells.cell().stored().stream()
                .map(Figures::toString)
                .collect(Collectors.joining(" and ")));
  }

  private static String cellName(GoldProjection projection, GoldKey key) {
    return Vector.ofAll(projection.named(key).entrySet())
            .map(text -> text.getKey() + " '" + RowText.printable(text.getValue()) + "', ")
            .mkString()
        + projection.time().name()
        + " "
        + new TimeText(projection.zone()).start(key.time())
        + (key.time() instanceof Instant start ? " (" + start + ")" : "");
  }
}
