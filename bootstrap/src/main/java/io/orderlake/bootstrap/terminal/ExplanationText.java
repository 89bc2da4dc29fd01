package io.orderlake.bootstrap.terminal;

import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.application.explain.FirstRead;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.order.SchemaVersions;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Explanations for people.
 *
 * @param screen for what stands out
 * @param zone in which hours are shown
 */
public record ExplanationText(Screen screen, ZoneId zone) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** The cell, its sum, and some of its rows. */
  public List<String> cell(ExplainedCell explained) {
    GoldCell cell = explained.cell();
    String name = RawBytes.printable(cell.key().text()) + ", " + time(cell);
    List<String> lines =
        List.of(
            screen.bold(explained.projection().table() + ": " + name),
            revenue(cell.revenue()) + " as of " + published(explained.lake()),
            sum(explained));
    for (ExplainedRecord row : explained.shown()) {
      lines = lines.append("").appendAll(record(row));
    }
    long left = explained.rows().events() - explained.shown().size();
    return left > 0
        ? lines.append("").append("and " + Numbers.count(left, "row") + " more; --limit N shows N")
        : lines;
  }

  private String time(GoldCell cell) {
    return cell.key().time() instanceof Instant start
        ? HOUR.format(start.atZone(zone)) + " (" + start + ")"
        : cell.key().date().toString();
  }

  private static String sum(ExplainedCell explained) {
    String rows = Numbers.count(explained.rows().events(), "row") + " of Silver ";
    return explained.adds()
        ? "✓ " + rows + "add up to it"
        : "✗ "
            + rows
            + "add up to "
            + revenue(explained.rows())
            + ": something stored is damaged; `orderlake audit` says how much";
  }

  private static String revenue(Revenue revenue) {
    return "revenue "
        + Numbers.money(revenue.amount().value())
        + ", "
        + Numbers.count(revenue.units(), "unit")
        + ", "
        + Numbers.count(revenue.events(), "event");
  }

  /** Each record and what became of it. */
  public List<String> records(ExplainedRecords explained) {
    List<String> lines = List.empty();
    for (ExplainedRecord record : explained.records()) {
      lines = lines.appendAll(record(record)).append("");
    }
    LakeVersion lake = explained.lake();
    return lines.append("As of " + (lake.isEmpty() ? "the empty lake" : published(lake)) + ".");
  }

  private List<String> record(ExplainedRecord explained) {
    BronzeRecord record = explained.record();
    List<Tuple2<String, String>> lines =
        explained
            .fate()
            .fold(new FateText(explained.today()))
            .appendAll(explained.schemaVersion().map(version -> Tuple.of("schema", path(version))))
            .appendAll(explained.since().map(since -> Tuple.of("since", since(since))))
            .append(Tuple.of("kafka", kafka(record)))
            .append(Tuple.of("value", RawBytes.shown(record.content().value())));
    return lines
        .map(line -> "  %-10s%s".formatted(line._1, RawBytes.printable(line._2)))
        .prepend(screen.bold(record.source() + "  " + FateText.title(explained)));
  }

  private static String path(int version) {
    return SchemaVersions.path(version).map(v -> "v" + v).mkString(" -> ");
  }

  private static String since(FirstRead since) {
    return published(since.lake())
        + (since.orEarlier() ? ", or one before it that is not kept" : "");
  }

  private static String published(LakeVersion lake) {
    return "lake version %d, published at %s by run %s"
        .formatted(lake.number(), lake.publishedAt(), lake.publishedBy());
  }

  private static String kafka(BronzeRecord record) {
    Vector<RecordHeader> headers = Vector.ofAll(record.content().headers());
    return record.timestamp()
        + " ("
        + record.timestampType()
        + "), key "
        + RawBytes.shown(record.content().key())
        + (headers.isEmpty()
            ? ""
            : ", headers "
                + headers
                    .map(header -> header.key() + "=" + RawBytes.shown(header.value()))
                    .mkString(", "))
        + ", ingest sequence "
        + record.order().ingestSequence();
  }
}
