package io.orderlake.application.audit.verdict;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.silver.RuleIdentity;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What an audit came to.
 *
 * @param lake the published version that was audited
 * @param scope what was compared
 * @param ruleSet the version of the rules that the replay ran under
 * @param figures what was done
 * @param differences empty when every projection is what Bronze gives, in the order of the tables
 */
public record AuditVerdict(
    LakeVersion lake,
    AuditScope scope,
    String ruleSet,
    AuditFigures figures,
    Seq<Difference> differences) {
  public boolean isIntact() {
    return differences.isEmpty();
  }

  /** How many rows, cells, offsets or sums differ, by the tables in which some do. */
  public SortedMap<TableId, Long> differing() {
    return differences.foldLeft(
        TreeMap.empty(),
        (tables, difference) -> tables.put(difference.table(), difference.count(), Math::addExact));
  }

  /** Verdict, figures and differences as one text, for results and logs. */
  public String sentence() {
    String compared = figures.compared().map(table -> table._2 + " of " + table._1).mkString(", ");
    String opening =
        "lake version "
            + lake.number()
            + (isIntact()
                ? " is what a replay of Bronze gives"
                : " is not what a replay of Bronze gives: "
                    + differences.map(Difference::sentence).mkString("; ")
                    + ". What to do: "
                    + advice());
    return opening
        + ". Replayed "
        + figures.replayed().read()
        + " records under rules "
        + ruleSet
        + "; compared "
        + (compared.isEmpty() ? "nothing" : compared)
        + older()
        + lost()
        + (scope.isEverything() ? "" : "; " + scope.leftOut());
  }

  /** What makes the lake whole again; for a lake that is not. */
  public String advice() {
    if (differences.exists(difference -> isOfOffsets(difference.kind()))) {
      return "restore Bronze from a backup, since nothing is built without it;"
          + " records that were deleted in Kafka on purpose look the same";
    }
    if (differences.forAll(difference -> difference.table().isGold())) {
      return figures.cutOtherwise() == 0
          ? "Silver is whole, so build Gold anew from it: orderlake rebuild gold"
          : "Gold holds "
              + figures.cutOtherwise()
              + " cells that were cut in another reporting zone than the lake's, and the others that"
              + " differ were cut in both; Silver is whole, so cut all of Gold anew:"
              + " orderlake rebuild gold";
    }
    return "Bronze is whole, so build what stands on it anew: orderlake rebuild all";
  }

  private static boolean isOfOffsets(Difference.Kind kind) {
    return kind == Difference.Kind.OFFSETS_MISSING || kind == Difference.Kind.OFFSETS_REPEATED;
  }

  private String lost() {
    return figures.acceptedGaps().isEmpty()
        ? ""
        : "; lost in Kafka and accepted as such: offsets " + figures.acceptedGaps().mkString(", ");
  }

  private String older() {
    return figures.olderRules().isEmpty()
        ? ""
        : "; taken as stored, since they were decided under other rules: "
            + figures.olderRules().map(rules -> rules._2 + " rows under " + rules._1).mkString(", ")
            + ofGenerations().map(sentence -> "; " + sentence).getOrElse("");
  }

  /** What versions of before rules had revisions mean, where there are rows of one. */
  public Option<String> ofGenerations() {
    return figures
        .olderRules()
        .map(Tuple2::_1)
        .find(RuleIdentity::isOfGenerations)
        .map(
            version ->
                "rules named as "
                    + version
                    + " are of an Orderlake that named them otherwise, so whether they decide as"
                    + " today's do cannot be told; orderlake rebuild all decides everything anew");
  }
}
