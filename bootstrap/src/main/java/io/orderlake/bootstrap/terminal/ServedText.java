package io.orderlake.bootstrap.terminal;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.serve.ServedDifference;
import io.orderlake.application.serve.ServedVerdict;
import io.orderlake.domain.gold.GoldCell;
import io.vavr.collection.List;

/** Whether what is served is the lake's Gold, for people. */
public final class ServedText {
  private final ServedVerdict verdict;
  private final String place;

  /**
   * The verdict.
   *
   * @param place where it is served
   */
  public ServedText(ServedVerdict verdict, String place) {
    this.verdict = verdict;
    this.place = place;
  }

  public List<String> lines() {
    return List.of(heading())
        .appendAll(verdict.absent().map(table -> "  gold." + table + " is not served"))
        .appendAll(verdict.smallest().toList().flatMap(this::difference))
        .append(age());
  }

  private String heading() {
    String cells =
        "%s cells of %s".formatted(Numbers.count(verdict.cells()), verdict.tables().mkString(", "));
    return verdict.isIntact()
        ? "✓ %s in %s are as lake version %s has them"
            .formatted(cells, place, verdict.lake().number())
        : "✗ %s are not as lake version %s has them: %s differ of %s"
            .formatted(place, verdict.lake().number(), Numbers.count(verdict.differences()), cells);
  }

  private List<String> difference(ServedDifference difference) {
    return List.of(
        "  the first: gold.%s, %s, %s: a cell %s"
            .formatted(
                difference.projection().table(),
                difference.cell().key().title(),
                difference.cell().key().time(),
                difference.kind()),
        "    Gold has    " + difference.expected().map(ServedText::figures).getOrElse("none"),
        "    it is shown " + difference.found().map(ServedText::figures).getOrElse("none"),
        "  what to do: drop the schemas gold, lake and orderlake there, and have all served anew"
            + " with `orderlake serve`");
  }

  private static String figures(GoldCell cell) {
    return cell.figures().toString();
  }

  private String age() {
    return verdict.newest() == verdict.lake().number()
        ? "It is the newest lake version."
        : "The newest lake version is %s.".formatted(verdict.newest());
  }
}
