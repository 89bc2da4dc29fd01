package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.application.lake.KnowLake;
import io.orderlake.application.lake.KnownLake;
import io.orderlake.application.lake.Objection;
import io.orderlake.application.lake.Wishes;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeRegister;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** What every role goes through: finds out what the lake is before anything of it is opened. */
public final class LakeDoor {
  private final LakehouseConfig config;
  private final ControlPlane control;
  private final LakeRegister register;

  public LakeDoor(LakehouseConfig config) {
    this.config = config;
    this.control = ControlPlane.of(config);
    this.register = control.register();
  }

  /** What lies where the lake is looked for. */
  public LakePlace look() {
    return control.look();
  }

  /** Where the lake's properties are written down, for people. */
  public String registerPlace() {
    return control.registerPlace();
  }

  /** Where requests are put, for people. */
  public String requestsPlace() {
    return control.requestsPlace();
  }

  /**
   * The lake's properties.
   *
   * @param forWriting whether what is not written down yet is written down
   * @throws io.orderlake.domain.lake.LakeFailure when the register or a table cannot be read
   */
  public Either<Seq<Objection>, KnownLake> knock(boolean forWriting) throws Exception {
    Wishes wishes = config.wishes();
    Option<Either<Seq<Objection>, KnownLake>> written = KnowLake.written(register, wishes);
    if (written.isDefined()) {
      return written.get();
    }
    try (Lakehouse lake = Lakehouse.open(config)) {
      KnowLake know = lake.get(KnowLake.class);
      return forWriting ? know.forWriting(wishes) : know.forReading(wishes);
    }
  }

  /**
   * The configuration with the lake's properties in the place of its own: for a role that writes
   * those that hold from now on, for one that reads those of the newest lake version.
   */
  public LakehouseConfig inside(KnownLake lake, boolean forWriting) {
    return config.in(
        forWriting || lake.properties().former().isEmpty()
            ? lake.properties().present()
            : lake.properties().at(newest()),
        lake.how() == KnownLake.How.INFERRED ? "the lake's tables" : control.registerPlace());
  }

  /** The configuration for readers of a lake version, which may have had other properties. */
  public LakehouseConfig asOf(long lakeVersion) {
    return register
        .read()
        .filter(kept -> kept.former().nonEmpty())
        .map(kept -> config.in(kept.at(lakeVersion), control.registerPlace()))
        .getOrElse(config);
  }

  private long newest() {
    return control.versions().latest().number();
  }
}
