package io.orderlake.adapters.console.explain;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.answers.explain.RecordText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.Fate;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;

/**
 * A record, what became of it, what the rules said then and say now, and its bytes.
 *
 * @param times how times are shown
 * @param showsValues whether what the record holds is shown
 */
public record RecordView(TimeText times, boolean showsValues) {
  /** Of the lines on a record, those that quote nothing of it. */
  private static final Set<String> WITHOUT_VALUES =
      HashSet.of(RecordText.RULES, RecordText.SCHEMA, RecordText.SINCE);

  /** All of it, under its address. */
  public Html html(ExplainedRecord explained) {
    BronzeRecord record = explained.record();
    ByteView bytes = new ByteView(showsValues);
    return Tags.section(
        explained.position() + ": " + text().title(explained),
        facts(lines(explained)),
        reasons(explained),
        Element.of("h3", "Value"),
        bytes.html(record.content().value()),
        note(explained),
        Element.of("h3", "Key"),
        bytes.html(record.content().key()),
        Element.of("h3", "Headers"),
        headers(bytes, record));
  }

  private RecordText text() {
    return new RecordText(times);
  }

  private List<Tuple2<String, String>> lines(ExplainedRecord explained) {
    return text()
        .lines(explained)
        .filter(line -> showsValues || WITHOUT_VALUES.contains(line._1))
        .append(Tuple.of("kafka", text().timestamp(explained.record())))
        .append(Tuple.of("bronze", RecordText.sequence(explained.record())));
  }

  private static Html facts(List<Tuple2<String, String>> lines) {
    return Element.of("dl")
        .add(lines.flatMap(line -> List.of(Element.of("dt", line._1), Element.of("dd", line._2))));
  }

  /** What the rules found when they decided, and what those in force find. */
  private Html reasons(ExplainedRecord explained) {
    HtmlTable table =
        HtmlTable.of(
            "What rules found in " + explained.position(),
            HtmlTable.left("when"),
            HtmlTable.left("rules"),
            HtmlTable.left("reason"),
            HtmlTable.left("field"),
            HtmlTable.left("what is wrong"));
    for (QuarantinedRecord decision : decisions(explained)) {
      table = add(table, "then", decision.ruleSet(), List.ofAll(decision.reasons()));
    }
    table = add(table, "now", explained.today().ruleSet(), today(explained));
    return table.html();
  }

  private static Seq<QuarantinedRecord> decisions(ExplainedRecord explained) {
    return explained.fate() instanceof Fate.Quarantined held
        ? held.stored()
        : explained.fate() instanceof Fate.Refined refined ? refined.before() : List.empty();
  }

  private static List<QuarantineReason> today(ExplainedRecord explained) {
    return explained.today().verdict() instanceof Verdict.Rejected rejected
        ? List.ofAll(rejected.reasons())
        : List.empty();
  }

  private HtmlTable add(
      HtmlTable table, String when, String ruleSet, List<QuarantineReason> reasons) {
    if (reasons.isEmpty()) {
      return table.row(when, ruleSet, "none", "", "they accept it");
    }
    HtmlTable more = table;
    for (QuarantineReason reason : reasons) {
      more =
          more.row(
              when,
              ruleSet,
              reason.code(),
              reason.field(),
              showsValues ? reason.sentence() : "not shown");
    }
    return more;
  }

  private Html note(ExplainedRecord explained) {
    return showsValues
        ? Html.of(RecordText.likeness(explained).map(says -> Tags.p("It looks so: " + says)))
        : Html.of();
  }

  private Html headers(ByteView bytes, BronzeRecord record) {
    if (record.content().headers().isEmpty()) {
      return Tags.p("none");
    }
    if (!showsValues) {
      return Tags.p(
          Numbers.count(record.content().headers().size(), "header")
              + ", which this console does not show");
    }
    HtmlTable table =
        HtmlTable.of(
            "Headers of " + record.source() + ", in their order",
            HtmlTable.left("name"),
            HtmlTable.left("value"));
    for (RecordHeader header : record.content().headers()) {
      table = table.row(Html.text(header.key()), bytes.line(header.value()));
    }
    return table.html();
  }
}
