package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Admitting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on claims in Bronze order, and notes which orders are taken back. For one thread. */
final class Deciding {
  private final Map<String, ContentHash> held;
  private final Map<String, Claim> firsts = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Refused refused = new Refused();

  /**
   * Nothing is decided yet.
   *
   * @param held by the event id's key, the content that Silver holds
   */
  Deciding(Map<String, ContentHash> held) {
    this.held = held;
  }

  /**
   * Decides on all of them.
   *
   * @param history knows what Silver has withdrawn
   */
  Refused on(List<Claim> claims, DedupIndex.Lookup history) {
    Admitting<Claim> admitting = new Admitting<>(this::decided);
    held.forEach(admitting::holds);
    claims.stream()
        .filter(Claim::cancels)
        .map(Claim::eventId)
        .distinct()
        .filter(eventId -> history.isWithdrawn(IdKey.bytes(eventId)))
        .forEach(admitting::hasWithdrawn);
    for (Claim claim : claims.stream().sorted(Comparator.comparing(Claim::order)).toList()) {
      ContentHash content = claim.content();
      if (content == null) {
        admitting.cancellation(claim.eventId(), claim);
      } else {
        admitting.order(claim.eventId(), content, claim);
      }
    }
    admitting.end();
    return refused;
  }

  private void decided(Claim claim, Admission admission) {
    refused.note(claim, admission);
    if (admission == Admission.FIRST) {
      if (claim.cancels()) {
        cancelled.add(claim.eventId());
      } else {
        firsts.put(claim.eventId(), claim);
      }
    }
  }

  /** The keys of the orders that are taken back and that Silver holds. */
  Set<String> cancelledInSilver() {
    return cancelled.stream().filter(held::containsKey).collect(Collectors.toSet());
  }

  /** By their keys, where those are that are taken back and come with the range. */
  Map<String, CancelledOrders.Place> cancelledInRange() {
    Map<String, CancelledOrders.Place> places = new HashMap<>();
    for (String eventId : cancelled) {
      Claim first = firsts.get(eventId);
      if (first != null) {
        places.put(eventId, new CancelledOrders.Place(first.file(), first.row()));
      }
    }
    return places;
  }
}
