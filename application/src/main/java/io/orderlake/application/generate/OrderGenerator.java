package io.orderlake.application.generate;

import static io.orderlake.domain.order.OrderFields.CITY;
import static io.orderlake.domain.order.OrderFields.CURRENCY;
import static io.orderlake.domain.order.OrderFields.EVENT_ID;
import static io.orderlake.domain.order.OrderFields.EVENT_TIME;
import static io.orderlake.domain.order.OrderFields.ORDER_ID;
import static io.orderlake.domain.order.OrderFields.PRODUCT;
import static io.orderlake.domain.order.OrderFields.QUANTITY;
import static io.orderlake.domain.order.OrderFields.SCHEMA_VERSION;

import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderKind;
import io.vavr.collection.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Writes synthetic order events, one after the other. When an event happens comes from the seed and
 * the times given; all else about it, but for currencies that a rate must hold for, from the seed
 * alone. Not thread-safe.
 */
public final class OrderGenerator {
  private static final String CUSTOMER_ID = OptionalField.CUSTOMER_ID.field();

  private static final Array<BigDecimal> SHARES =
      Array.of("0.10", "0.25", "0.50").map(BigDecimal::new);

  private static final int SALES_FOR_A_REFUND = 20;
  private static final int EVENTS_FOR_A_CANCELLATION = 40;

  private final GeneratorSettings settings;
  private final SplittableRandom random;
  private final Spoiler spoiler;
  private final Array<String> currencies;
  private final RecentOrders recent = new RecentOrders();
  private long orderNumber;
  private int linesLeft;
  private String city = "";

  public OrderGenerator(GeneratorSettings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.spoiler = new Spoiler(settings.rules(), random);
    this.currencies = Array.ofAll(settings.rules().currencies().all());
    this.orderNumber = random.nextLong(100_000, 10_000_000);
  }

  /**
   * The next event.
   *
   * @param now when it is sent; it must become its Kafka timestamp, give or take the rules'
   *     tolerance
   */
  public GeneratedOrder next(Instant now) {
    double chance = random.nextDouble();
    if (chance < settings.repeats() && recent.nonEmpty()) {
      return repeated(recent.pick(random));
    }
    if (chance >= settings.repeats() + settings.defects() && isRefundDue()) {
      RecentOrders.Sent sold = recent.pick(random);
      if (!sold.draft().sale().isRefund()) {
        return sent(refund(sold, now), sold.order().key());
      }
    }
    if (chance >= settings.repeats() + settings.defects() && isCancellationDue()) {
      return cancelled(recent.pick(random));
    }
    startOrderIfDue();
    String key = Long.toString(orderNumber);
    OrderDraft draft = draft(now, key);
    if (chance >= settings.repeats() && chance < settings.repeats() + settings.defects()) {
      return spoiler.spoil(draft, key, recent);
    }
    return sent(draft, key);
  }

  private GeneratedOrder sent(OrderDraft draft, String key) {
    GeneratedOrder order = Spoiler.order(draft, key, Spoiler.refined(draft));
    recent.add(draft, order);
    return order;
  }

  private static GeneratedOrder repeated(RecentOrders.Sent sent) {
    GeneratedOrder order = sent.order();
    return new GeneratedOrder(
        order.eventId(), order.key(), order.value(), new Expectation.Duplicate());
  }

  private boolean isCancellationDue() {
    return settings.version() >= OrderKind.CANCELLATION.sinceVersion()
        && recent.nonEmpty()
        && random.nextInt(EVENTS_FOR_A_CANCELLATION) == 0;
  }

  /** Takes back all that an event added, where and when it did. */
  private GeneratedOrder cancelled(RecentOrders.Sent sent) {
    recent.forget(sent);
    OrderDraft draft = Spoiler.cancellation(sent.draft().sale().withdrawn(), settings.version());
    FieldValue eventId = Objects.requireNonNull(sent.draft().get(EVENT_ID));
    return Spoiler.order(draft.set(EVENT_ID, eventId), sent.order().key(), Spoiler.refined(draft));
  }

  private boolean isRefundDue() {
    return settings.version() >= OptionalField.KIND.since().version()
        && recent.nonEmpty()
        && random.nextInt(SALES_FOR_A_REFUND) == 0;
  }

  private void startOrderIfDue() {
    if (linesLeft == 0) {
      orderNumber++;
      linesLeft = 1 + random.nextInt(4) / 2 + random.nextInt(4) / 3;
      city = Cities.pick(random);
    }
    linesLeft--;
  }

  private OrderDraft draft(Instant now, String orderId) {
    boolean isFirst = random.nextDouble() < settings.versionOne();
    Instant time =
        random.nextDouble() < settings.late()
            ? EventClock.late(now, random.split())
            : EventClock.onTime(now, random);
    Array<String> convertible = convertible(time);
    int version = isFirst && convertible.contains(currencies.head()) ? 1 : settings.version();
    Catalogue.Product product = Catalogue.pick(random);
    long quantity = 1L + random.nextInt(product.largestQuantity());
    Expectation.Sale sale =
        new Expectation.Sale(
            product.name(),
            city,
            quantity,
            product.price(),
            version < 3 ? BigDecimal.ZERO : discount(product.price(), quantity),
            version == 1 ? currencies.head() : currency(convertible),
            time);
    OrderDraft draft = draft(version, sale, orderId);
    if (version > 2 && random.nextInt(4) > 0) {
      draft.text(CUSTOMER_ID, "c-" + (10_000 + random.nextInt(20_000)));
    }
    draft.text(CITY, Cities.typed(city, random)).text(EVENT_TIME, timeText(time));
    return random.nextInt(4) == 0 ? draft.total(sale.total().toPlainString()) : draft;
  }

  /** All of an event that was sold, by the customer who bought it. */
  private OrderDraft refund(RecentOrders.Sent sold, Instant now) {
    Expectation.Sale refunded = sold.draft().sale().refunded(EventClock.onTime(now, random));
    OrderDraft draft = draft(settings.version(), refunded, sold.order().key());
    FieldValue customer = sold.draft().get(CUSTOMER_ID);
    if (customer != null) {
      draft.set(CUSTOMER_ID, customer);
    }
    return draft
        .text(CITY, refunded.city())
        .text(EVENT_TIME, timeText(refunded.eventTime()))
        .text(OptionalField.KIND.field(), OrderKind.REFUND.word());
  }

  /** All but who, where and when. */
  private OrderDraft draft(int version, Expectation.Sale sale, String orderId) {
    OrderDraft draft = OrderDraft.of(version, sale);
    if (version > 1 || random.nextBoolean()) {
      draft.number(SCHEMA_VERSION, Integer.toString(version));
    }
    draft
        .text(EVENT_ID, EventClock.eventId(sale.eventTime(), random))
        .text(ORDER_ID, orderId)
        .text(PRODUCT, sale.product())
        .number(QUANTITY, Long.toString(Math.abs(sale.quantity())))
        .price(sale.unitPrice().toPlainString());
    if (version > 1) {
      draft.text(CURRENCY, sale.currency());
    }
    if (sale.discount().signum() != 0) {
      draft.text(OptionalField.DISCOUNT.field(), sale.discount().abs().toPlainString());
    }
    return draft;
  }

  /** Nothing is drawn where there is one alone, so that its events stay what they were. */
  private String currency(Array<String> among) {
    return among.size() == 1 ? among.head() : among.get(random.nextInt(among.size()));
  }

  /** Those that a rate holds for, where there are rates. */
  private Array<String> convertible(Instant time) {
    Rates rates = settings.rules().rates().getOrNull();
    if (rates == null) {
      return currencies;
    }
    Array<String> some =
        currencies.filter(currency -> rates.at(currency, Rates.dayOf(time)) != null);
    return some.isEmpty() ? currencies : some;
  }

  /** One event in three has one: a tenth, a quarter or a half of the amount. */
  private BigDecimal discount(BigDecimal price, long quantity) {
    if (random.nextInt(3) > 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal discount =
        price
            .multiply(BigDecimal.valueOf(quantity))
            .multiply(SHARES.get(random.nextInt(SHARES.size())))
            .setScale(2, RoundingMode.DOWN);
    return discount.signum() == 0 ? BigDecimal.ZERO : discount;
  }

  private String timeText(Instant time) {
    return random.nextInt(20) == 0
        ? time.atOffset(ZoneOffset.ofHours(random.nextInt(-8, 10))).toString()
        : time.toString();
  }
}
