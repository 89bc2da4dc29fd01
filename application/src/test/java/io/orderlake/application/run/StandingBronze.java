package io.orderlake.application.run;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A Bronze for those who ask where it stands and nothing else. */
record StandingBronze(Supplier<Option<BronzeState>> where) implements BronzeView {
  @Override
  public Option<BronzeState> state() {
    return where.get();
  }

  @Override
  public Option<BronzeState> at(long version) {
    throw new UnsupportedOperationException("only its newest state is known");
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    throw new UnsupportedOperationException("only its newest state is known");
  }

  @Override
  public void timestamps(long after, long upTo, LongConsumer millis) {
    throw new UnsupportedOperationException("only its newest state is known");
  }
}
