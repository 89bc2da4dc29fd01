package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of quarantined records that pass when they are judged again. Asked in Bronze order,
 * so that of several records of one event the first is released. Not safe for several threads.
 */
public final class Releasing {
  private final Map<String, Holder> holders;

  /**
   * Nothing released yet.
   *
   * @param holders by event id, what Silver holds under the ids of the records to come
   */
  public Releasing(Map<String, Holder> holders) {
    this.holders = new HashMap<>(holders);
  }

  /**
   * The record that has an event id.
   *
   * @param order its place in Bronze
   * @param content what it says
   */
  public record Holder(BronzeOrder order, ContentHash content) implements Serializable {
    public static Holder of(RefinedOrder row) {
      return new Holder(row.provenance().order(), row.contentHash());
    }
  }

  /** What becomes of a record. */
  public enum Fate {
    /** It becomes a Silver row. */
    ROW,
    /** Its event is in Silver with the same content: it is a duplicate from now on. */
    DUPLICATE,
    /** Its event id is taken by other content: it stays. */
    STAYS,
    /**
     * Bronze has it before the record that Silver keeps under its event id: it would have been
     * first. It stays, and only a rebuild gives it its place.
     */
    OUT_OF_TURN
  }

  /** What becomes of the next record that passes. */
  public Fate next(String eventId, Holder record) {
    @Nullable Holder holder = holders.get(eventId);
    if (holder != null && record.order().compareTo(holder.order()) < 0) {
      return Fate.OUT_OF_TURN;
    }
    return switch (Admission.of(holder == null ? null : holder.content(), record.content())) {
      case FIRST -> {
        holders.put(eventId, record);
        yield Fate.ROW;
      }
      case DUPLICATE -> Fate.DUPLICATE;
      case CONFLICT -> Fate.STAYS;
    };
  }
}
