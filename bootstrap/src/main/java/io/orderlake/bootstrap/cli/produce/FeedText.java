package io.orderlake.bootstrap.cli.produce;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.feed.Examination;
import io.orderlake.application.feed.FeedCounts;
import io.orderlake.application.feed.FeedReport;
import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a feed holds and what became of it, for people and for programs. */
final class FeedText {
  private static final int SHOWN_REASONS = 8;

  private FeedText() {}

  /** E.g. {@code 200 rows, 200 known; 0 events acknowledged}. */
  static String sentence(FeedReport report) {
    return held(report.read())
        + part(report.known(), known(report))
        + "; "
        + Numbers.count(report.counts().acknowledged(), "event")
        + " acknowledged"
        + report
            .notCompared()
            .map(why -> " (published without a look at what is known: " + why + ")")
            .getOrElse("");
  }

  private static String known(FeedReport report) {
    return "known"
        + (report.knownQuarantined() == 0
            ? ""
            : " (" + Numbers.count(report.knownQuarantined()) + " of them quarantined)");
  }

  private static String held(FeedCounts counts) {
    return Numbers.count(counts.read(), counts.rows() ? "row" : "line")
        + part(counts.blank(), counts.rows() ? "empty" : "blank")
        + part(counts.headers(), counts.headers() == 1 ? "header repeated" : "headers repeated");
  }

  private static String part(long count, String what) {
    return count == 0 ? "" : ", " + Numbers.count(count) + " " + what;
  }

  /** How many events pass, and why the others do not. */
  static List<String> lines(Examination seen) {
    String looked =
        (seen.whole() ? "" : "the first ")
            + held(seen.counts())
            + (seen.counts().events() == 0
                ? ": there is no event in it"
                : ": "
                    + Numbers.count(seen.passing())
                    + " of "
                    + Numbers.count(seen.counts().events(), "event")
                    + " would pass the rules"
                    + (seen.failing() == 0
                        ? ""
                        : ", " + Numbers.count(seen.failing()) + " would be quarantined"));
    return List.of(looked)
        .appendAll(seen.reasons().take(SHOWN_REASONS).map(FeedText::line))
        .appendAll(
            seen.reasons().size() > SHOWN_REASONS
                ? List.of(
                    "  and "
                        + Numbers.count(seen.reasons().size() - SHOWN_REASONS, "reason")
                        + " more")
                : List.empty())
        .appendAll(seen.hints().map(hint -> "  hint: " + hint));
  }

  private static String line(Examination.Reason reason) {
    return "  "
        + Numbers.count(reason.count())
        + " × "
        + reason.code()
        + ", first on line "
        + reason.line()
        + ": "
        + withoutItsLine(reason.sentence());
  }

  /** A record is one line of JSON; which one of the feed's is said before. */
  private static String withoutItsLine(String sentence) {
    return sentence.replace("(line 1, column ", "(column ");
  }

  /** Why a feed is not published. */
  static String refusal(Examination seen) {
    return seen.feed()
        + ": nothing was published: "
        + seen.doubt()
            .getOrElse(
                () ->
                    fewPass(seen)
                        + " the rules; correct it or how it is read, or publish it all the same"
                        + " with --force");
  }

  private static String fewPass(Examination seen) {
    long events = seen.counts().events();
    if (events == 1) {
      return "its only event does not pass";
    }
    String few = seen.passing() == 0 ? "none" : "only " + Numbers.count(seen.passing());
    return few + " of its " + Numbers.count(events, "event") + " would pass";
  }

  static Map<String, Object> json(FeedReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, report.read());
    map.put("known", report.known());
    map.put("known_quarantined", report.knownQuarantined());
    map.put("acknowledged", report.counts().acknowledged());
    report.notCompared().forEach(why -> map.put("not_compared", why));
    return map;
  }

  static Map<String, Object> json(Examination seen) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, seen.counts());
    map.put("whole", seen.whole());
    map.put("passing", seen.passing());
    map.put("failing", seen.failing());
    map.put("refused", seen.isRefused());
    seen.doubt().forEach(doubt -> map.put("doubt", doubt));
    map.put("reasons", seen.reasons().map(FeedText::json).toJavaList());
    map.put("notes", seen.notes().toJavaList());
    map.put("hints", seen.hints().toJavaList());
    return map;
  }

  private static Map<String, Object> json(Examination.Reason reason) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", reason.code());
    map.put("count", reason.count());
    map.put("line", reason.line());
    map.put("sentence", reason.sentence());
    return map;
  }

  private static void put(Map<String, Object> map, FeedCounts counts) {
    map.put("read", counts.read());
    map.put("blank", counts.blank());
    map.put("headers", counts.headers());
    map.put("events", counts.events());
  }
}
