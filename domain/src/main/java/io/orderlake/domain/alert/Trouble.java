package io.orderlake.domain.alert;

import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Something that is or was wrong for a while.
 *
 * @param where the labels that tell it from others of the same alert
 * @param what how it was when it began to be worth telling
 * @param since when it was first seen
 * @param until when it was first seen to be over; none while it lasts
 */
public record Trouble(
    Alert alert,
    SortedMap<String, String> where,
    String what,
    Instant since,
    Option<Instant> until) {
  /** One that a finding has begun. */
  public static Trouble begun(Finding finding, Instant since) {
    return new Trouble(finding.alert(), finding.where(), finding.what(), since, Option.none());
  }

  public Finding.Key key() {
    return new Finding.Key(alert, where);
  }

  /** The same, but over. */
  public Trouble over(Instant at) {
    return new Trouble(alert, where, what, since, Option.some(at));
  }

  /** The same while it lasts, from that time on. */
  public Trouble lasting(Instant from) {
    return new Trouble(alert, where, what, from, Option.none());
  }
}
