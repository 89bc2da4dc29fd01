package io.orderlake.answers.explain;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.Fate;
import io.orderlake.application.explain.Reconsidered;
import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.text.SafeText;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * What became of a record, for people: lines of a label and a text.
 *
 * @param today what the rules in force say
 * @param times how times are written
 */
record FateText(Reconsidered today, TimeText times)
    implements Fate.Cases<List<Tuple2<String, String>>> {
  static final String RULES = "rules";

  private static final int LONGEST_NAME = 160;

  /** In a word or two. */
  static String title(ExplainedRecord explained) {
    return explained
        .fate()
        .fold(
            new Fate.Cases<>() {
              @Override
              public String refined(Fate.Refined fate) {
                return fate.row().isWithdrawal()
                    ? "cancels event " + name(fate.row().eventId())
                    : fate.withdrawal().isDefined() ? "refined, and cancelled" : "refined";
              }

              @Override
              public String quarantined(Fate.Quarantined fate) {
                return "quarantined";
              }

              @Override
              public String duplicate(Fate.Duplicate fate) {
                return "duplicate of " + fate.first().provenance().order().position();
              }

              @Override
              public String unread(Fate.Unread fate) {
                return "not read by Silver yet";
              }

              @Override
              public String unaccounted(Fate.Unaccounted fate) {
                return "✗ not accounted for";
              }
            });
  }

  @Override
  public List<Tuple2<String, String>> refined(Fate.Refined fate) {
    RefinedOrder row = fate.row();
    List<Tuple2<String, String>> lines = order(row).append(rules(row.provenance().ruleSet()));
    if (!row.provenance().warnings().isEmpty()) {
      lines = lines.append(line("warnings", String.join(", ", row.provenance().warnings())));
    }
    if (!row.provenance().unknownFields().isEmpty()) {
      lines = lines.append(line("unknown", row.provenance().unknownFields()));
    }
    return lines
        .appendAll(fate.withdrawal().map(FateText::cancelled))
        .appendAll(fate.balance().map(FateText::balance))
        .appendAll(reasons("before", fate.before()));
  }

  private static Tuple2<String, String> balance(OrderBalance balance) {
    return line(
        "order",
        "sold %s, given back %s %s in all%s"
            .formatted(
                Numbers.money(balance.sold().value()),
                Numbers.money(balance.refunded().value()),
                balance.currency(),
                balance.isOverRefunded()
                    ? ": " + Numbers.money(balance.excess().value()) + " more than it sold"
                    : ""));
  }

  private static Tuple2<String, String> cancelled(RefinedOrder withdrawal) {
    return line(
        "cancelled",
        "by "
            + withdrawal.provenance().order().position()
            + ", which takes back what it adds; it counts no longer");
  }

  private List<Tuple2<String, String>> order(RefinedOrder row) {
    return List.of(
        line(
            "event",
            "%s at %s, order %s"
                .formatted(
                    name(row.eventId()), times.moment(row.eventTime()), name(row.orderId()))),
        line(
            row.isWithdrawal() ? "withdraws" : "adds",
            "%s × %s%s = %s %s%s: %s, %s"
                .formatted(
                    Numbers.count(row.quantity()),
                    Numbers.money(row.unitPrice().value()),
                    row.discount() == null
                        ? ""
                        : (row.quantity() < 0 ? " + " : " - ")
                            + Numbers.money(row.discount().value()),
                    Numbers.money(row.total().value()),
                    row.currency(),
                    row.converted() == null
                        ? ""
                        : ", converted " + Numbers.money(row.converted().value()),
                    name(row.product()),
                    name(row.city()))));
  }

  @Override
  public List<Tuple2<String, String>> quarantined(Fate.Quarantined fate) {
    return reasons("why", fate.stored())
        .appendAll(
            fate.first()
                .map(
                    row ->
                        line(
                            "first",
                            row.provenance().order().position()
                                + " has event "
                                + name(row.eventId())
                                + " with other content")))
        .append(rules(fate.stored().last().ruleSet()));
  }

  private static List<Tuple2<String, String>> reasons(
      String label, Seq<QuarantinedRecord> decisions) {
    return decisions
        .flatMap(QuarantinedRecord::reasons)
        .map(reason -> line(label, reason(reason)))
        .toList();
  }

  private static String reason(QuarantineReason reason) {
    return reason.code() + ": " + reason.sentence();
  }

  @Override
  public List<Tuple2<String, String>> duplicate(Fate.Duplicate fate) {
    boolean cancels = fate.first().isWithdrawal();
    return List.of(
        line(
            "why",
            "event "
                + name(fate.first().eventId())
                + (cancels ? " was cancelled before, by " : " was recorded before, at ")
                + fate.first().provenance().order().position()
                + (cancels
                    ? "; it is taken back once"
                    : ", with the same content; it counts once")),
        rules(fate.first().provenance().ruleSet()));
  }

  @Override
  public List<Tuple2<String, String>> unread(Fate.Unread fate) {
    return List.of(
        line("why", "Bronze is ahead of Silver; the next run of the job silver reads it"),
        line(RULES, "those in force (" + today.ruleSet() + ") would " + wouldDo()));
  }

  @Override
  public List<Tuple2<String, String>> unaccounted(Fate.Unaccounted fate) {
    return List.of(
        line(
            "why",
            "Silver has read it, but neither Silver nor the quarantine shows what became of it:"
                + " something stored is damaged; `orderlake audit` says how much"),
        line(RULES, "those in force (" + today.ruleSet() + ") " + wouldDo()));
  }

  private Tuple2<String, String> rules(String decidedUnder) {
    if (decidedUnder.equals(today.ruleSet())) {
      return line(
          RULES,
          decidedUnder
              + ", in force"
              + (today.agrees()
                  ? ""
                  : "; ✗ yet they "
                      + wouldDo()
                      + ": something stored is damaged; `orderlake audit` says how much"));
    }
    return line(
        RULES,
        decidedUnder
            + "; those in force ("
            + today.ruleSet()
            + ") "
            + (today.agrees() ? "decide the same" : "would " + wouldDo()));
  }

  private String wouldDo() {
    return today.verdict() instanceof Verdict.Rejected rejected
        ? "set it aside: "
            + Vector.ofAll(rejected.reasons()).map(QuarantineReason::code).distinct().mkString(", ")
        : "accept it";
  }

  /** An id or a name, which may be of any length. */
  private static String name(String text) {
    return SafeText.line(text, LONGEST_NAME);
  }

  private static Tuple2<String, String> line(String label, String text) {
    return Tuple.of(label, text);
  }
}
