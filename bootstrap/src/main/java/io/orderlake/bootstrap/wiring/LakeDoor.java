package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.filesystem.lake.FileLakeRegister;
import io.orderlake.application.lake.KnowLake;
import io.orderlake.application.lake.KnownLake;
import io.orderlake.application.lake.Objection;
import io.orderlake.application.lake.Wishes;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** What every role goes through: finds out what the lake is before anything of it is opened. */
public final class LakeDoor {
  private final LakehouseConfig config;
  private final FileLakeRegister register;

  public LakeDoor(LakehouseConfig config) {
    this.config = config;
    this.register = new FileLakeRegister(config.data());
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

  /** The configuration with the lake's properties in the place of its own. */
  public LakehouseConfig inside(KnownLake lake) {
    return config.in(
        lake.properties(),
        lake.how() == KnownLake.How.INFERRED ? "the lake's tables" : register.file().toString());
  }
}
