package io.orderlake.adapters.delta.bronze;

import io.orderlake.adapters.delta.lake.CommittedPositions;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.PastPositions;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.LongConsumer;

/**
 * Bronze out of its Delta table: its states out of the positions that its commits carry, its
 * records out of its files.
 */
public final class KernelBronzeView implements BronzeView {
  private final CommittedPositions newest;
  private final PastPositions past;
  private final KernelBronzeRecords records;
  private final KernelBronzeTimes times;

  public KernelBronzeView(KernelLake lake) {
    this.times = new KernelBronzeTimes(lake);
    this.newest = lake.positions(TableId.BRONZE_ORDERS);
    this.past = lake.pastPositions(TableId.BRONZE_ORDERS);
    this.records = new KernelBronzeRecords(lake);
  }

  @Override
  public Option<BronzeState> state() {
    return newest.newest().map(state -> CommittedBronze.at(state.version(), state.positions()));
  }

  @Override
  public Option<BronzeState> at(long version) {
    return Option.when(
        version != TableState.NOTHING_READ, () -> CommittedBronze.at(version, past.at(version)));
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return records.parts(version);
  }

  @Override
  public void timestamps(long after, long upTo, LongConsumer millis) {
    if (upTo - after <= KernelBronzeTimes.FEW) {
      times.added(after, upTo, millis);
    } else {
      long last = at(after).map(BronzeState::lastSequence).getOrElse(TableState.NOTHING_READ);
      times.after(last, upTo, millis);
    }
  }
}
