package io.orderlake.domain.order;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.money.Amount;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An event's fields under the current version, each read as the type that the contract gives it and
 * with names standardised. Rules and refining look at these, never at bytes.
 */
public final class OrderFacts {
  private final RecordedOrder recorded;
  private final @Nullable Instant received;
  private final Fact<String> eventId;
  private final Fact<String> orderId;
  private final Fact<String> product;
  private final Fact<String> city;
  private final Fact<BigDecimal> quantity;
  private final Fact<BigDecimal> unitPrice;
  private final Fact<BigDecimal> totalAmount;
  private final Fact<?>[] optional;
  private final Fact<String> currency;
  private final Fact<String> eventTimeText;
  private final Option<EventTime> eventTime;

  private OrderFacts(RecordedOrder recorded, @Nullable Instant received) {
    this.recorded = recorded;
    this.received = received;
    eventId = text(OrderFields.EVENT_ID);
    orderId = text(OrderFields.ORDER_ID);
    product = standardised(text(OrderFields.PRODUCT), Normalisation::product);
    city = standardised(text(OrderFields.CITY), Normalisation::city);
    quantity = number(OrderFields.QUANTITY);
    unitPrice = decimalText(OrderFields.UNIT_PRICE, DecimalForm.PRICE);
    totalAmount = decimalText(OrderFields.TOTAL_AMOUNT, DecimalForm.SIGNED);
    optional = optional();
    currency = text(OrderFields.CURRENCY);
    eventTimeText = text(OrderFields.EVENT_TIME);
    String time = eventTimeText.value();
    eventTime = time == null ? Option.none() : EventTime.parse(time).toOption();
  }

  /**
   * Reads the fields.
   *
   * @param record where the event was stored; its Kafka timestamp says when it was received
   * @param recorded the event under the current version
   */
  public static OrderFacts of(BronzeRecord record, RecordedOrder recorded) {
    return new OrderFacts(recorded, received(record));
  }

  /** Kafka's own clients send no time before 1970; where one stands all the same, it is none. */
  private static @Nullable Instant received(BronzeRecord record) {
    boolean said = record.isStamped() && !record.timestamp().isBefore(Instant.EPOCH);
    return said ? record.timestamp() : null;
  }

  private Fact<String> text(String field) {
    FieldValue value = recorded.get(field);
    if (value instanceof FieldValue.Text text) {
      return Fact.known(text.value());
    }
    return unread(value, "a string");
  }

  private Fact<?>[] optional() {
    Fact<?>[] facts = new Fact<?>[OptionalField.ALL.size()];
    for (OptionalField field : OptionalField.ALL) {
      facts[field.place()] =
          switch (field.form()) {
            case TEXT -> text(field.field());
            case AMOUNT -> decimalText(field.field(), DecimalForm.SHORT);
          };
    }
    return facts;
  }

  private Fact<BigDecimal> number(String field) {
    FieldValue value = recorded.get(field);
    if (value instanceof FieldValue.Number number) {
      return number(number);
    }
    return unread(value, "a number");
  }

  private static Fact<BigDecimal> number(FieldValue.Number number) {
    return Amount.parseJsonNumber(number.digits())
        .fold(problem -> Fact.wrongType(problem + ": " + Shown.value(number)), Fact::known);
  }

  private Fact<BigDecimal> decimalText(String field, DecimalForm form) {
    FieldValue value = recorded.get(field);
    if (value instanceof FieldValue.Text text) {
      return form.read(text.value())
          .fold(problem -> Fact.wrongType(problem + ": " + Shown.text(text.value())), Fact::known);
    }
    if (value instanceof FieldValue.DecimalNumber decimal) {
      return number(decimal.recorded());
    }
    return unread(value, "a decimal number in a string");
  }

  private static <T> Fact<T> unread(@Nullable FieldValue value, String expected) {
    if (value == null || value instanceof FieldValue.Null) {
      return Fact.missing();
    }
    String wanted = value instanceof FieldValue.Misfit misfit ? misfit.expected() : expected;
    return Fact.wrongType("is " + value.kind() + ", not " + wanted + ": " + Shown.value(value));
  }

  private static Fact<String> standardised(Fact<String> fact, UnaryOperator<String> rule) {
    String value = fact.value();
    return value == null ? fact : Fact.known(rule.apply(value));
  }

  /** True when every required field is known, so that none is missing or of the wrong type. */
  public boolean isComplete() {
    return eventId.value() != null
        && orderId.value() != null
        && product.value() != null
        && quantity.value() != null
        && unitPrice.value() != null
        && currency.value() != null
        && city.value() != null
        && eventTimeText.value() != null;
  }

  /** The fields as recorded, for names and values in sentences. */
  public RecordedOrder recorded() {
    return recorded;
  }

  /** The Kafka timestamp; none when the record has none, or one that no clock shows. */
  public Option<Instant> received() {
    return Option.of(received);
  }

  public Fact<String> eventId() {
    return eventId;
  }

  public Fact<String> orderId() {
    return orderId;
  }

  /** Standardised. */
  public Fact<String> product() {
    return product;
  }

  /** Standardised. */
  public Fact<String> city() {
    return city;
  }

  /** Any JSON number; that it is whole and in range is a rule. */
  public Fact<BigDecimal> quantity() {
    return quantity;
  }

  public Fact<BigDecimal> unitPrice() {
    return unitPrice;
  }

  /** What the producer says the total is; optional. */
  public Fact<BigDecimal> totalAmount() {
    return totalAmount;
  }

  /** By how much the total is lowered; optional, and missing means by nothing. */
  @SuppressWarnings("unchecked") // an amount is read as a number
  public Fact<BigDecimal> discount() {
    return (Fact<BigDecimal>) optional(OptionalField.DISCOUNT);
  }

  /** A word of {@link OrderKind}; optional, and missing means a sale. */
  @SuppressWarnings("unchecked") // a text is read as one
  public Fact<String> kind() {
    return (Fact<String>) optional(OptionalField.KIND);
  }

  /** That optional field, a number or a text as its form says. */
  public Fact<?> optional(OptionalField field) {
    return optional[field.place()];
  }

  /** The values that are known of the optional fields. */
  public OptionalValues optionalValues() {
    return OptionalValues.of(
        field -> optional(field).value() instanceof BigDecimal number ? Amount.of(number) : null,
        field -> (String) optional(field).value());
  }

  /**
   * Quantity times unit price, before any discount; null when one of the two is not known. That
   * they are in range is for their own rules.
   */
  public @Nullable BigDecimal amount() {
    BigDecimal count = quantity.value();
    BigDecimal price = unitPrice.value();
    return count == null || price == null ? null : count.multiply(price);
  }

  public Fact<String> currency() {
    return currency;
  }

  public Fact<String> eventTimeText() {
    return eventTimeText;
  }

  /** None when the text is missing or no time. */
  public Option<EventTime> eventTime() {
    return eventTime;
  }

  /** What is wrong with the text; none when it is missing or a time. */
  public Option<String> eventTimeProblem() {
    String text = eventTimeText.value();
    return text == null || eventTime.isDefined()
        ? Option.none()
        : Option.some(EventTime.parse(text).getLeft());
  }
}
