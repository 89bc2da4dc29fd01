package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.EpochJson;
import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * Who was ever the leader, {@code triggers/seat/<20-digit number>.json} with the epoch, numbered
 * without gaps, so that of two who want to follow the same one exactly one does; and {@code
 * <number>.freed} beside those who have given it up. None is ever removed.
 */
final class Seats {
  private static final String SUFFIX = ".json";
  private static final String FREED = ".freed";

  private final ControlPlace place;
  private Seat newest = new Seat(0, 0, true);

  Seats(ControlPlace control) {
    this.place = control.below("triggers/seat");
  }

  /**
   * One who was the leader.
   *
   * @param number from 1; 0 for the nobody before the first
   * @param isFreed true when he has given it up himself, and does nothing any more
   */
  record Seat(long number, long epoch, boolean isFreed) {
    /** Who may come after him. */
    Seat next(long atLeast) {
      return new Seat(number + 1, Math.max(epoch, atLeast) + 1, false);
    }
  }

  Seat newest() {
    List<String> there =
        place.list(Numbered.name(Math.max(1, newest.number()), "")).map(StoredObject::name);
    long number =
        there.flatMap(name -> Numbered.number(name, SUFFIX)).max().getOrElse(newest.number());
    newest =
        new Seat(
            number,
            number == newest.number() ? newest.epoch() : epoch(number),
            number == 0 || there.contains(Numbered.name(number, FREED)));
    return newest;
  }

  private long epoch(long number) {
    String name = Numbered.name(number, SUFFIX);
    try {
      Option<byte[]> bytes = place.get(name);
      if (bytes.isEmpty()) {
        throw new MalformedJson("it is not there any more");
      }
      return EpochJson.read(bytes.get());
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the epoch %s is damaged: %s; put {\"epoch\":N} there, N being no lower than any epoch in the journal and the lake versions"
              .formatted(place.shown(name), e.getMessage()),
          e);
    }
  }

  /** False when somebody else was faster. */
  boolean take(Seat seat) {
    return place.putNew(Numbered.name(seat.number(), SUFFIX), EpochJson.write(seat.epoch()));
  }

  void free(Seat seat) {
    place.put(Numbered.name(seat.number(), FREED), EpochJson.write(seat.epoch()));
  }
}
