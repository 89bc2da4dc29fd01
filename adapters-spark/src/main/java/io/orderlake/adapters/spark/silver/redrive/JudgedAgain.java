package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.domain.silver.Releasing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What one task found when it judged held records again.
 *
 * @param passing those that pass, not yet compared with others
 * @param judged how many were looked at
 * @param staying those that do not pass, by the reason that they were quarantined for
 */
record JudgedAgain(ArrayList<Passing> passing, long judged, HashMap<String, Long> staying)
    implements Serializable {

  /**
   * A held record that passes.
   *
   * @param file the number of its file
   * @param row its row there
   * @param record its place in Bronze and what it says
   * @param codes the reasons that it was quarantined for
   */
  record Passing(int file, int row, String eventId, Releasing.Holder record, List<String> codes)
      implements Serializable {}
}
