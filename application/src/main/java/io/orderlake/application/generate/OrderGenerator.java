package io.orderlake.application.generate;

import static io.orderlake.domain.order.OrderFields.CITY;
import static io.orderlake.domain.order.OrderFields.CURRENCY;
import static io.orderlake.domain.order.OrderFields.EVENT_ID;
import static io.orderlake.domain.order.OrderFields.EVENT_TIME;
import static io.orderlake.domain.order.OrderFields.ORDER_ID;
import static io.orderlake.domain.order.OrderFields.PRODUCT;
import static io.orderlake.domain.order.OrderFields.QUANTITY;
import static io.orderlake.domain.order.OrderFields.SCHEMA_VERSION;

import io.orderlake.domain.order.OptionalField;
import io.vavr.collection.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * Writes synthetic order events, one after the other. Everything it decides comes from the seed and
 * the times given. Not thread-safe.
 */
public final class OrderGenerator {
  private static final Array<BigDecimal> SHARES =
      Array.of("0.10", "0.25", "0.50").map(BigDecimal::new);

  private final GeneratorSettings settings;
  private final SplittableRandom random;
  private final Spoiler spoiler;
  private final RecentOrders recent = new RecentOrders();
  private long orderNumber;
  private int linesLeft;
  private String city = "";

  public OrderGenerator(GeneratorSettings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.spoiler = new Spoiler(settings.rules(), random);
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
    startOrderIfDue();
    String key = Long.toString(orderNumber);
    OrderDraft draft = draft(now, key);
    if (chance >= settings.repeats() && chance < settings.repeats() + settings.defects()) {
      return spoiler.spoil(draft, key, recent);
    }
    GeneratedOrder order = Spoiler.order(draft, key, Spoiler.refined(draft));
    recent.add(draft, order);
    return order;
  }

  private static GeneratedOrder repeated(RecentOrders.Sent sent) {
    GeneratedOrder order = sent.order();
    return new GeneratedOrder(
        order.eventId(), order.key(), order.value(), new Expectation.Duplicate());
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
    int version = random.nextDouble() < settings.versionOne() ? 1 : settings.version();
    Instant time =
        random.nextDouble() < settings.late()
            ? EventClock.late(now, random)
            : EventClock.onTime(now, random);
    Catalogue.Product product = Catalogue.pick(random);
    long quantity = 1L + random.nextInt(product.largestQuantity());
    Expectation.Sale sale =
        new Expectation.Sale(
            product.name(),
            city,
            quantity,
            product.price(),
            version < 3 ? BigDecimal.ZERO : discount(product.price(), quantity),
            time);
    OrderDraft draft = OrderDraft.of(version, sale);
    if (version > 1 || random.nextBoolean()) {
      draft.number(SCHEMA_VERSION, Integer.toString(version));
    }
    draft
        .text(EVENT_ID, EventClock.eventId(time, random))
        .text(ORDER_ID, orderId)
        .text(PRODUCT, sale.product())
        .number(QUANTITY, Long.toString(sale.quantity()))
        .price(sale.unitPrice().toPlainString());
    if (version > 1) {
      draft.text(CURRENCY, settings.rules().currency());
    }
    if (sale.discount().signum() > 0) {
      draft.text(OptionalField.DISCOUNT.field(), sale.discount().toPlainString());
    }
    if (version > 2 && random.nextInt(4) > 0) {
      draft.text(OptionalField.CUSTOMER_ID.field(), "c-" + (10_000 + random.nextInt(20_000)));
    }
    draft.text(CITY, Cities.typed(city, random)).text(EVENT_TIME, timeText(time));
    return random.nextInt(4) == 0 ? draft.total(sale.total().toPlainString()) : draft;
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
