package io.orderlake.domain.gold;

import io.orderlake.domain.gold.Measure.Kind;

/** How two values of a measure become one. */
enum Fold {
  /** Both together; exact, or an {@link ArithmeticException}. */
  SUM {
    @Override
    void into(Kind kind, long[] into, long[] others, int at) {
      switch (kind) {
        case MONEY -> WideWords.add(into, others, at);
        case WHOLE -> into[at] = Math.addExact(into[at], others[at]);
      }
    }
  },

  /** The greater of the two. */
  GREATEST {
    @Override
    void into(Kind kind, long[] into, long[] others, int at) {
      switch (kind) {
        case MONEY -> WideWords.raise(into, others, at);
        case WHOLE -> into[at] = Math.max(into[at], others[at]);
      }
    }
  },
  /**
   * What is different among both, which neither value knows: the greater one, until it is counted.
   */
  DISTINCT {
    @Override
    void into(Kind kind, long[] into, long[] others, int at) {
      GREATEST.into(kind, into, others, at);
    }
  };

  /** Makes of the value in {@code into} the one of both. */
  abstract void into(Kind kind, long[] into, long[] others, int at);
}
