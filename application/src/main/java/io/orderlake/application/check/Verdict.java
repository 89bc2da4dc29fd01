package io.orderlake.application.check;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Severity;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * How a lake is.
 *
 * @param at when
 * @param findings what is wrong, in the order of {@link Alert}
 * @param judged what was looked at and could be read
 * @param unjudged what was looked at and could not
 */
public record Verdict(Instant at, Seq<Finding> findings, Seq<Alert> judged, Seq<Alert> unjudged) {
  /** How urgent the most urgent finding is; none when all is well. */
  public Option<Severity> worst() {
    return findings.map(finding -> finding.alert().severity()).max();
  }
}
