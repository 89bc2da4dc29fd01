package io.orderlake.adapters.spark.silver.release;

import io.orderlake.domain.silver.Releasing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What one task found when it judged again what is held.
 *
 * @param passing what may be held no longer, not yet compared with others
 * @param judged how many were looked at
 * @param staying those that do not pass, by the reason that they were quarantined for
 */
public record JudgedAgain(ArrayList<Held> passing, long judged, HashMap<String, Long> staying)
    implements Serializable {

  /**
   * A held record, or line, that may be held no longer.
   *
   * @param isAsked whether it was asked for; else it is a cancellation that may be released with
   *     its event
   * @param file the number of its file
   * @param row its row there
   * @param codes the reasons that it was quarantined for
   * @param again what judging it again came to
   */
  public record Held(boolean isAsked, int file, int row, List<String> codes, Releasing.Held again)
      implements Serializable {}
}
