package io.orderlake.bootstrap.cli.role;

import io.orderlake.application.lake.KnownLake;
import io.orderlake.application.lake.Objection;
import io.orderlake.application.lake.Wish;
import io.orderlake.domain.lake.LakeProperties;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.ZoneId;

/** What a lake is, and what stands against a configuration that says otherwise, as sentences. */
final class PropertyText {
  private static final int ZONES_NAMED = 8;

  private final String lake;

  PropertyText(String lake) {
    this.lake = lake;
  }

  /** The sentences of an objection: what, and what to do. */
  List<String> of(Objection objection) {
    if (objection instanceof Objection.OtherZone zone) {
      return otherZone(zone.ofLake(), zone.wish());
    }
    if (objection instanceof Objection.OtherCurrency currency) {
      return otherCurrency(currency.ofLake(), currency.wish());
    }
    return cutOtherwise((Objection.CutOtherwise) objection);
  }

  private List<String> otherZone(ZoneId ofLake, Wish<ZoneId> wish) {
    return List.of(
        "the reporting zone of the lake in %s is %s, not %s: %s"
            .formatted(lake, ofLake, wish.value(), wish.saidBy().getOrElse("")),
        "take that setting away, since the lake knows its zone; or change the lake's:"
            + " orderlake rebuild gold --reporting-zone "
            + wish.value());
  }

  private List<String> otherCurrency(String ofLake, Wish<String> wish) {
    return List.of(
        "the currency of the lake in %s is %s, not %s: %s"
            .formatted(lake, ofLake, wish.value(), wish.saidBy().getOrElse("")),
        "take that setting away, since the lake knows its currency; for another currency make"
            + " another lake (--data DIR), or have this one judged anew:"
            + " orderlake rebuild all --currency "
            + wish.value());
  }

  private List<String> cutOtherwise(Objection.CutOtherwise cut) {
    return List.of(
        "the Gold tables of the lake in %s were not cut in %s%s: they hold %s"
            .formatted(
                lake,
                cut.wish().value(),
                cut.wish().saidBy().map(by -> " (" + by + ")").getOrElse(", the default"),
                cut.cell()),
        "the lake was written before lakes knew their zone; say once in which it was cut, e.g."
            + " ORDERLAKE_GOLD_REPORTING_ZONE="
            + cut.fitting().head()
            + ". These zones fit: "
            + named(cut.fitting()));
  }

  private static String named(Seq<ZoneId> zones) {
    Seq<ZoneId> known = zones.filter(zone -> zone.getId().startsWith("Europe/"));
    Seq<ZoneId> first = known.appendAll(zones.removeAll(known)).take(ZONES_NAMED);
    return first.mkString(", ")
        + (zones.size() > first.size() ? " and " + (zones.size() - first.size()) + " more" : "");
  }

  /** What is to be told once of a lake that has got its properties in this moment. */
  Option<String> news(KnownLake known) {
    LakeProperties present = known.properties().present();
    String both =
        "reporting zone %s and currency %s".formatted(present.reportingZone(), present.currency());
    return switch (known.how()) {
      case WRITTEN, INFERRED -> Option.none();
      case BORN -> Option.some("a new lake in %s, for good with %s".formatted(lake, both));
      case TAKEN_ON ->
          Option.some(
              "the lake in %s was written before lakes knew what they are; it has taken on %s, for"
                      .formatted(lake, both)
                  + " good");
      case TAKEN_ON_MIXED ->
          Option.some(
              ("the lake in %s was written before lakes knew what they are; it has taken on %s, for"
                      + " good. Its Gold holds cells of another zone as well: orderlake rebuild gold"
                      + " makes it whole")
                  .formatted(lake, both));
    };
  }
}
