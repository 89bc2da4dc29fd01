package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Shown;
import io.orderlake.domain.order.Violation;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.source.Sources;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules under one configuration: judges a decoded event by all of them and, when none stands in
 * the way, makes the refined order. Stateless and serializable.
 */
public final class RuleSet implements Serializable {
  private static final long serialVersionUID = 1;

  private final RuleSettings settings;
  private final OrderRule[] rules;
  private final Severity[] severities;
  private final Sources sources;
  private final String version;

  private RuleSet(RuleSettings settings, Sources sources) {
    this.settings = settings;
    this.sources = sources;
    this.rules = OrderRules.ALL.toJavaArray(OrderRule[]::new);
    this.severities = OrderRules.ALL.map(settings::severityOf).toJavaArray(Severity[]::new);
    this.version = RuleIdentity.of(settings, OrderRules.ALL, sources).version();
  }

  /** The rules under these settings, for events of the contract alone. */
  public static RuleSet of(RuleSettings settings) {
    return of(settings, Sources.NONE);
  }

  /**
   * The rules under these settings.
   *
   * @param sources whose records have shapes of their own
   * @throws IllegalArgumentException naming every setting that cannot be had
   */
  public static RuleSet of(RuleSettings settings, Sources sources) {
    io.vavr.collection.List<String> problems = RuleSettingsCheck.problems(settings);
    if (problems.nonEmpty()) {
      throw new IllegalArgumentException(problems.mkString("; "));
    }
    return new RuleSet(settings, sources);
  }

  /** Names what these rules decide, e.g. {@code 9f86d081884c}; see {@link RuleIdentity}. */
  public String version() {
    return version;
  }

  public RuleSettings settings() {
    return settings;
  }

  public Sources sources() {
    return sources;
  }

  /** The verdict on bytes that are no event. */
  public Verdict undecodable(String sentence) {
    return structural(OrderRules.UNDECODABLE, "", sentence);
  }

  /**
   * The verdict on a record that made judging fail, which is a defect of the program. Says nothing
   * that another process would find otherwise.
   *
   * @param place where it lies, for whoever mends the program
   */
  public Verdict unjudged(BronzeOrder place, Throwable defect) {
    return structural(
        OrderRules.UNJUDGED,
        "",
        place.position()
            + " could not be judged: a defect of Orderlake ("
            + defect.getClass().getSimpleName()
            + "); a mended version can redrive the quarantine");
  }

  /** The verdict on an order whose event id an earlier record holds with other content. */
  public Verdict.Rejected conflict(String eventId) {
    return structural(
        OrderRules.DUPLICATE_CONFLICT,
        OrderFields.EVENT_ID,
        "event_id "
            + Shown.text(eventId)
            + " was recorded before with other content; the first record stays");
  }

  /** The verdict on a cancellation of an event that no record has yet. */
  public Verdict.Rejected waits(String eventId) {
    return structural(
        OrderRules.CANCELLATION_WAITS,
        OrderFields.EVENT_ID,
        "cancels event_id "
            + Shown.text(eventId)
            + ", which is not there yet; it waits, and is applied when that event is refined");
  }

  private Verdict.Rejected structural(String code, String field, String sentence) {
    boolean halts = settings.severityOf(code, Severity.QUARANTINE) == Severity.FAIL;
    return new Verdict.Rejected(
        List.of(new QuarantineReason(code, field, Shown.sentence(sentence))), halts);
  }

  /**
   * The verdict on a decoded event: all rules look, and every one that is broken is named.
   *
   * @param record that holds it
   * @param place the record's, or that of the line that the event is
   */
  public Verdict judge(BronzeRecord record, BronzeOrder place, RecordedOrder recorded) {
    return SchemaVersions.of(recorded)
        .fold(
            sentence ->
                structural(OrderRules.UNKNOWN_VERSION, OrderFields.SCHEMA_VERSION, sentence),
            schemaVersion -> judge(record, place, recorded, schemaVersion));
  }

  private Verdict judge(
      BronzeRecord record, BronzeOrder place, RecordedOrder recorded, int schemaVersion) {
    RecordedOrder current = SchemaVersions.upcast(recorded, schemaVersion, settings);
    OrderFacts facts = OrderFacts.of(record, current);
    boolean cancels = OrderKind.isCancellation(facts.kind().value(), schemaVersion);
    List<QuarantineReason> reasons = new ArrayList<>(0);
    List<String> warnings = new ArrayList<>(0);
    boolean halts = false;
    for (int i = 0; i < rules.length; i++) {
      List<Violation> found = rules[i].check(facts, settings);
      List<Violation> violations = cancels ? ofEventId(found) : found;
      if (violations.isEmpty()) {
        continue;
      }
      if (severities[i] == Severity.WARN) {
        warnings.add(rules[i].code());
        continue;
      }
      halts |= severities[i] == Severity.FAIL;
      for (Violation violation : violations) {
        reasons.add(
            new QuarantineReason(
                rules[i].code(), current.recordedName(violation.field()), violation.sentence()));
      }
    }
    if (!reasons.isEmpty()) {
      return new Verdict.Rejected(reasons, halts);
    }
    RefinedOrder.Provenance provenance =
        new RefinedOrder.Provenance(
            place, schemaVersion, version, warnings, facts.recorded().unknownFields());
    return cancels
        ? new Verdict.Cancels(new Cancellation(facts.eventId().get(), provenance))
        : new Verdict.Accepted(refined(facts, provenance));
  }

  /** A cancellation says nothing but of which event it is. */
  private static List<Violation> ofEventId(List<Violation> found) {
    return found.stream().filter(v -> v.field().equals(OrderFields.EVENT_ID)).toList();
  }

  private RefinedOrder refined(OrderFacts facts, RefinedOrder.Provenance provenance) {
    boolean isRefund = OrderKind.isRefund(facts.kind().value());
    long pieces = facts.quantity().get().longValueExact();
    long quantity = isRefund ? -pieces : pieces;
    Amount unitPrice = Amount.of(facts.unitPrice().get());
    OptionalValues named = facts.optionalValues();
    OptionalValues optional = isRefund ? named : named.without(OptionalField.KIND);
    Amount discount = optional.amount(OptionalField.DISCOUNT);
    Amount lowered = discount == null ? Amount.ZERO : discount.times(isRefund ? -1 : 1);
    EventTime eventTime = facts.eventTime().get();
    Amount total = unitPrice.times(quantity).minus(lowered);
    return new RefinedOrder(
        facts.eventId().get(),
        facts.orderId().get(),
        facts.product().get(),
        facts.city().get(),
        quantity,
        unitPrice,
        total,
        facts.currency().get(),
        converted(total, facts.currency().get(), eventTime.instant()),
        eventTime.instant(),
        optional,
        provenance);
  }

  /** What the rates in force make of the total of a row; null where there are none. */
  public @Nullable Amount converted(RefinedOrder order) {
    return converted(order.total(), order.currency(), order.eventTime());
  }

  /** No part of the content: other rates make no other event. */
  private @Nullable Amount converted(Amount total, String currency, Instant eventTime) {
    Rates rates = settings.rates().getOrNull();
    return rates == null ? null : rates.converted(total, currency, eventTime);
  }
}
