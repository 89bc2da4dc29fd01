package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.explain.RecordText;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.answers.text.RawBytes;
import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.SafeText;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Explanations for people.
 *
 * @param zone in which hours are shown
 */
record ExplanationText(ZoneId zone) {
  private static final int LONGEST_NAME = 160;

  /** The cell, its sum, and some of its rows. */
  List<Line> cell(ExplainedCell explained) {
    GoldCell cell = explained.cell();
    String name = SafeText.line(cell.key().title(), LONGEST_NAME) + ", " + time(cell);
    List<Line> lines =
        List.of(
            Line.bold(explained.projection().table() + ": " + name),
            Line.of(FiguresText.line(cell.figures()) + " as of " + published(explained.lake())),
            Line.of(sum(explained)));
    for (ExplainedRecord row : explained.shown()) {
      lines = lines.append(Line.of("")).appendAll(record(row));
    }
    long left = explained.count() - explained.shown().size();
    return left > 0
        ? lines.appendAll(
            List.of("", "and " + Numbers.count(left, "row") + " more; --limit N shows N")
                .map(Line::of))
        : lines;
  }

  private String time(GoldCell cell) {
    String start = new TimeText(zone).start(cell.key().time());
    return cell.key().time() instanceof Instant utc ? start + " (" + utc + ")" : start;
  }

  private static String sum(ExplainedCell explained) {
    String rows = Numbers.count(explained.count(), "row") + " of Silver ";
    return explained.adds()
        ? "✓ " + rows + "add up to it"
        : "✗ "
            + rows
            + "add up to "
            + FiguresText.line(explained.rows())
            + ": something stored is damaged; `orderlake audit` says how much";
  }

  /** Each record and what became of it. */
  List<Line> records(ExplainedRecords explained) {
    List<Line> lines = List.empty();
    for (ExplainedRecord record : explained.records()) {
      lines = lines.appendAll(record(record)).append(Line.of(""));
    }
    LakeVersion lake = explained.lake();
    String known = lake.isEmpty() ? "the empty lake" : published(lake);
    return lines.append(Line.of("As of " + known + "."));
  }

  private List<Line> record(ExplainedRecord explained) {
    BronzeRecord record = explained.record();
    List<Tuple2<String, String>> lines =
        text()
            .lines(explained)
            .append(Tuple.of("kafka", kafka(record)))
            .append(Tuple.of("value", RawBytes.shown(record.content().value())))
            .appendAll(RecordText.likeness(explained).map(says -> Tuple.of("note", says)));
    return lines
        .map(line -> Line.of(String.format(Locale.ROOT, "  %-10s%s", line._1, line._2)))
        .prepend(Line.bold(explained.position() + "  " + text().title(explained)));
  }

  private RecordText text() {
    return new RecordText(new TimeText(zone));
  }

  private String published(LakeVersion lake) {
    return text().published(lake);
  }

  private String kafka(BronzeRecord record) {
    Vector<RecordHeader> headers = Vector.ofAll(record.content().headers());
    return text().timestamp(record)
        + ", key "
        + RawBytes.shown(record.content().key())
        + (headers.isEmpty()
            ? ""
            : ", headers "
                + headers
                    .map(header -> header.key() + "=" + RawBytes.shown(header.value()))
                    .mkString(", "))
        + ", "
        + RecordText.sequence(record);
  }
}
