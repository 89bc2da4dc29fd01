package io.orderlake.application.explain;

import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What became of a record of Bronze, as one lake version has it. */
public sealed interface Fate {
  /**
   * It became a row of Silver.
   *
   * @param row the row
   * @param before what the quarantine holds of it nevertheless, from an earlier decision
   * @param withdrawal the row that takes it back, where its event was cancelled
   * @param balance what its order has sold and given back in its currency, where it is a refund
   */
  record Refined(
      RefinedOrder row,
      Seq<QuarantinedRecord> before,
      Option<RefinedOrder> withdrawal,
      Option<OrderBalance> balance)
      implements Fate {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.refined(this);
    }
  }

  /**
   * It was set aside.
   *
   * @param stored what the quarantine holds of it, the reasons of each decision; not empty
   * @param first the row that has its event id, when that, or that there is none, is a reason
   */
  record Quarantined(Seq<QuarantinedRecord> stored, Option<RefinedOrder> first) implements Fate {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.quarantined(this);
    }
  }

  /**
   * An earlier record said the same under the same event id, or cancelled the same event; it was
   * counted and not kept.
   *
   * @param first the row that the earlier record became
   */
  record Duplicate(RefinedOrder first) implements Fate {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.duplicate(this);
    }
  }

  /** Silver has not come to it yet. */
  record Unread() implements Fate {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unread(this);
    }
  }

  /** Silver has read it, and nothing shows what became of it: something stored is damaged. */
  record Unaccounted() implements Fate {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unaccounted(this);
    }
  }

  /**
   * What to do with each fate.
   *
   * @param <T> what that gives
   */
  interface Cases<T> {
    T refined(Refined fate);

    T quarantined(Quarantined fate);

    T duplicate(Duplicate fate);

    T unread(Unread fate);

    T unaccounted(Unaccounted fate);
  }

  <T> T fold(Cases<T> cases);
}
