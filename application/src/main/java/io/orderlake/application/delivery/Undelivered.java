package io.orderlake.application.delivery;

/**
 * Not every record was stored.
 *
 * @param counts how many were and were not
 */
public record Undelivered(DeliveryCounts counts) {
  /** What happened and what to do. */
  public String sentence() {
    return (counts.sent() - counts.acknowledged())
        + " of "
        + counts.sent()
        + " records were not acknowledged"
        + counts.firstFailure().map(reason -> "; the first failure: " + reason).getOrElse("")
        + "; check that the broker runs, then publish again";
  }
}
