package io.orderlake.application.lake;

import io.orderlake.application.lake.KnownLake.How;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneId;

/**
 * Says what a lake is. What is written down holds, and a configuration that says otherwise is
 * objected to. A new lake is what its configuration says. One that was written before properties
 * were is what its tables tell, and what they leave open is as the configuration says.
 */
public final class KnowLake {
  private final LakeRegister register;
  private final LakeVersions versions;
  private final GoldView gold;
  private final SilverView silver;

  public KnowLake(LakeRegister register, LakeVersions versions, GoldView gold, SilverView silver) {
    this.register = register;
    this.versions = versions;
    this.gold = gold;
    this.silver = silver;
  }

  /**
   * For a role that reads: writes nothing.
   *
   * @return what the lake is, or everything that stands against the configuration
   * @throws io.orderlake.domain.lake.LakeFailure when a table or the register cannot be read
   */
  public Either<Seq<Objection>, KnownLake> forReading(Wishes wishes) {
    return written(register, wishes)
        .getOrElse(() -> told(wishes, false).map(p -> known(p, How.INFERRED)));
  }

  /**
   * For a role that writes: what is not written down yet is written down.
   *
   * @return as above
   */
  public Either<Seq<Objection>, KnownLake> forWriting(Wishes wishes) {
    return written(register, wishes)
        .getOrElse(
            () -> {
              LakeVersion lake = versions.latest();
              return told(wishes, true)
                  .flatMap(
                      properties -> {
                        KeptProperties kept = register.enter(properties);
                        Seq<Objection> objections = objections(kept.present(), wishes);
                        return objections.isEmpty()
                            ? Either.right(new KnownLake(kept, how(lake, properties)))
                            : Either.left(objections);
                      });
            });
  }

  private How how(LakeVersion lake, LakeProperties properties) {
    return lake.isEmpty()
        ? How.BORN
        : LakeTraces.of(lake, gold, silver).cellNotOf(properties.reportingZone()).isEmpty()
            ? How.TAKEN_ON
            : How.TAKEN_ON_MIXED;
  }

  /** What is written down, if it is, held against the configuration; reads no table. */
  public static Option<Either<Seq<Objection>, KnownLake>> written(
      LakeRegister register, Wishes wishes) {
    return register
        .read()
        .map(
            kept -> {
              Seq<Objection> objections = objections(kept.present(), wishes);
              return objections.isEmpty()
                  ? Either.right(new KnownLake(kept, How.WRITTEN))
                  : Either.left(objections);
            });
  }

  private static KnownLake known(LakeProperties properties, How how) {
    return new KnownLake(KeptProperties.from(properties), how);
  }

  private static Seq<Objection> objections(LakeProperties lake, Wishes wishes) {
    Wish<ZoneId> zone = wishes.reportingZone();
    Wish<String> currency = wishes.currency();
    List<Objection> objections = List.empty();
    if (zone.isSaid() && !LakeProperties.isSameZone(zone.value(), lake.reportingZone())) {
      objections = objections.append(new Objection.OtherZone(lake.reportingZone(), zone));
    }
    return currency.isSaid() && !currency.value().equals(lake.currency())
        ? objections.append(new Objection.OtherCurrency(lake.currency(), currency))
        : objections;
  }

  /** What the tables tell, and the configuration where they tell nothing. */
  private Either<Seq<Objection>, LakeProperties> told(Wishes wishes, boolean forGood) {
    LakeVersion lake = versions.latest();
    if (lake.isEmpty()) {
      return Either.right(wishes.properties());
    }
    LakeTraces traces = LakeTraces.of(lake, gold, silver);
    Either<Objection, ZoneId> zone = zone(traces, wishes.reportingZone(), forGood);
    Either<Objection, String> currency = currency(traces, wishes.currency());
    Seq<Objection> objections = List.ofAll(zone.swap()).appendAll(currency.swap());
    return objections.isEmpty()
        ? Either.right(new LakeProperties(zone.get(), currency.get()))
        : Either.left(objections);
  }

  /**
   * The configured zone, if no cell stands against it, or cells stand against every zone. Where the
   * configuration is silent, whoever only reads may take any zone that fits: the cells mean the
   * same in all of them.
   */
  private static Either<Objection, ZoneId> zone(
      LakeTraces traces, Wish<ZoneId> wish, boolean forGood) {
    Option<String> cell = traces.cellNotOf(wish.value());
    Seq<ZoneId> fitting = cell.isEmpty() ? List.empty() : traces.fittingZones();
    if (fitting.isEmpty()) {
      return Either.right(wish.value());
    }
    return wish.isSaid() || forGood
        ? Either.left(new Objection.CutOtherwise(wish, cell.get(), fitting))
        : Either.right(fitting.head());
  }

  private static Either<Objection, String> currency(LakeTraces traces, Wish<String> wish) {
    Option<String> newest = traces.newestCurrency();
    if (wish.isSaid()) {
      return newest.isEmpty() || traces.currencies().contains(wish.value())
          ? Either.right(wish.value())
          : Either.left(new Objection.OtherCurrency(newest.get(), wish));
    }
    return Either.right(newest.getOrElse(wish.value()));
  }
}
