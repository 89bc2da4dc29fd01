package io.orderlake.application.generate;

import static io.orderlake.domain.order.OrderFields.CURRENCY;
import static io.orderlake.domain.order.OrderFields.EVENT_ID;
import static io.orderlake.domain.order.OrderFields.QUANTITY;
import static io.orderlake.domain.order.OrderFields.SCHEMA_VERSION;
import static io.orderlake.domain.order.OrderFields.TOTAL_AMOUNT;

import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns valid drafts into events that break rules, and says which. */
final class Spoiler {
  private static final int MOST_AT_ONCE = 4;
  private static final String RATE_MISSING = "rate_missing";

  /** What no event is made for: a defect of the program. */
  private static final Seq<String> STRUCTURAL =
      OrderRules.STRUCTURAL.remove(OrderRules.UNJUDGED).remove(OrderRules.CANCELLATION_WAITS);

  private final RuleSettings rules;
  private final RandomGenerator random;

  Spoiler(RuleSettings rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  /** A spoiled event; every rule has the same chance, one in five breaks more than one. */
  GeneratedOrder spoil(OrderDraft draft, String key, RecentOrders recent) {
    Seq<String> structural =
        draft.version() < OrderKind.CANCELLATION.sinceVersion()
            ? STRUCTURAL
            : STRUCTURAL.append(OrderRules.CANCELLATION_WAITS);
    String code = pick(Defects.codes(draft.version()).appendAll(structural));
    return switch (code) {
      case OrderRules.UNDECODABLE ->
          new GeneratedOrder(null, key, Garbling.garbled(draft, random), quarantined(code));
      case OrderRules.UNKNOWN_VERSION ->
          order(
              draft.number(
                  SCHEMA_VERSION, Integer.toString(SchemaVersions.CURRENT + 1 + random.nextInt(6))),
              key,
              quarantined(code));
      case OrderRules.DUPLICATE_CONFLICT ->
          recent.nonEmpty()
              ? contradiction(recent.pick(random))
              : brokenField("text_blank", draft, key);
      case OrderRules.CANCELLATION_WAITS ->
          order(
              cancellation(draft.sale(), draft.version())
                  .text(EVENT_ID, EventClock.eventId(draft.sale().eventTime(), random)),
              key,
              quarantined(code));
      default -> brokenField(code, draft, key);
    };
  }

  /** A cancellation of no event yet. */
  static OrderDraft cancellation(Expectation.Sale sale, int version) {
    return OrderDraft.of(version, sale)
        .number(SCHEMA_VERSION, Integer.toString(version))
        .text(OptionalField.KIND.field(), OrderKind.CANCELLATION.word());
  }

  private GeneratedOrder contradiction(RecentOrders.Sent sent) {
    OrderDraft other = sent.draft().copy().remove(TOTAL_AMOUNT);
    long quantity = Math.abs(sent.draft().sale().quantity()) + 1;
    return order(
        other.number(QUANTITY, Long.toString(quantity)),
        sent.order().key(),
        quarantined(OrderRules.DUPLICATE_CONFLICT));
  }

  private GeneratedOrder brokenField(String code, OrderDraft valid, String key) {
    OrderDraft draft = valid.undiscounted().remove(TOTAL_AMOUNT);
    Array<Defect> defects = Array.of(pick(Defects.breaking(code, draft.version())));
    while (defects.size() < MOST_AT_ONCE && random.nextInt(5) == 0) {
      Array<Defect> chosen = defects;
      Array<Defect> further =
          Defects.ALL.filter(
              d -> d.sinceVersion() <= draft.version() && chosen.forAll(d::combinesWith));
      if (further.isEmpty()) {
        break;
      }
      defects = chosen.append(pick(further));
    }
    defects.forEach(defect -> defect.spoil().accept(draft, rules));
    SortedSet<String> codes = defects.map(Defect::code).toSortedSet();
    return order(
        draft,
        key,
        expectation(draft, isWithoutRate(draft, defects) ? codes.add(RATE_MISSING) : codes));
  }

  /** One of the future may lie behind the last day that a rate holds for. */
  private boolean isWithoutRate(OrderDraft draft, Array<Defect> defects) {
    Rates rates = rules.rates().getOrNull();
    Expectation.Sale sale = draft.sale();
    return rates != null
        && defects.exists(defect -> defect.code().equals(Defects.FUTURE))
        && !defects.exists(defect -> defect.fields().contains(CURRENCY))
        && rates.at(sale.currency(), Rates.dayOf(Defects.future(sale, rules))) == null;
  }

  private Expectation expectation(OrderDraft draft, SortedSet<String> codes) {
    SortedSet<String> reasons = codes.filter(code -> severity(code) != Severity.WARN);
    return reasons.isEmpty()
        ? new Expectation.Refined(saleOf(draft, codes), codes)
        : new Expectation.Quarantined(reasons);
  }

  private Expectation.Sale saleOf(OrderDraft draft, SortedSet<String> codes) {
    Expectation.Sale sale = draft.sale();
    return codes.contains(Defects.FUTURE)
        ? new Expectation.Sale(
            sale.product(),
            sale.city(),
            sale.quantity(),
            sale.unitPrice(),
            sale.discount(),
            sale.currency(),
            Defects.future(sale, rules))
        : sale;
  }

  private Severity severity(String code) {
    return rules
        .severities()
        .get(code)
        .orElse(() -> OrderRules.ALL.find(rule -> rule.code().equals(code)).map(r -> r.severity()))
        .getOrElse(Severity.QUARANTINE);
  }

  private static Expectation quarantined(String code) {
    return new Expectation.Quarantined(TreeSet.of(code));
  }

  static Expectation refined(OrderDraft draft) {
    return new Expectation.Refined(draft.sale(), TreeSet.empty());
  }

  static GeneratedOrder order(OrderDraft draft, String key, Expectation expectation) {
    return new GeneratedOrder(eventId(draft), key, draft.bytes(), expectation);
  }

  private static @Nullable String eventId(OrderDraft draft) {
    return draft.get(EVENT_ID) instanceof FieldValue.Text text ? text.value() : null;
  }

  private <T> T pick(Array<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
