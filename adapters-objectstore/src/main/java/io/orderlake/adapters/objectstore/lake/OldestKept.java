package io.orderlake.adapters.objectstore.lake;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.protocol.lake.OldestKeptJson;

/**
 * The oldest lake version that can still be read: the highest of the objects {@code
 * oldest-kept/<20-digit number>.json}. One object that is replaced could be set back by a writer
 * that slept; of several the highest counts, whenever they were put.
 */
final class OldestKept {
  private static final String SUFFIX = ".json";

  private final ControlPlace place;

  OldestKept(ControlPlace place) {
    this.place = place;
  }

  long read() {
    return place
        .list("")
        .map(StoredObject::name)
        .flatMap(name -> Numbered.number(name, SUFFIX))
        .max()
        .getOrElse(OldestKeptJson.FIRST);
  }

  void raise(long number) {
    if (number > read()) {
      place.put(Numbered.name(number, SUFFIX), OldestKeptJson.write(number));
    }
  }
}
