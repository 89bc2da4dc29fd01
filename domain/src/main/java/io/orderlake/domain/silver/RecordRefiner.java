package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.SchemaVersions;
import io.vavr.control.Option;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Silver's logic for one record: decode, upcast, judge by every rule, standardise,
 * price. Stateless and serializable; engines run it wherever the rows are.
 */
public final class RecordRefiner implements Serializable {
  private static final long serialVersionUID = 1;

  private final OrderEventDecoder decoder;
  private final RuleSet rules;

  public RecordRefiner(OrderEventDecoder decoder, RuleSet rules) {
    this.decoder = decoder;
    this.rules = rules;
  }

  /**
   * Judges one record; never throws because of what the record holds. Should a defect of the
   * program make judging it impossible, that is its verdict, so that all others get theirs. What
   * befalls the whole process, such as a lack of memory, is thrown.
   */
  public Verdict refine(BronzeRecord record) {
    try {
      return judge(record);
    } catch (RuntimeException | StackOverflowError e) {
      return rules.unjudged(record.source(), e);
    }
  }

  private Verdict judge(BronzeRecord record) {
    byte[] value = record.content().value();
    return value == null
        ? rules.undecodable("the record has no value (a tombstone)")
        : decoder.decode(value).fold(rules::undecodable, recorded -> rules.judge(record, recorded));
  }

  /**
   * The event id that the record will have if it is accepted, many times cheaper than judging it.
   *
   * @param value the record's bytes
   * @return null, or any text, for a record that will not be accepted
   */
  public @Nullable String eventIdOf(byte[] value) {
    try {
      return decoder.eventIdOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return idOfEvent(value);
    }
  }

  private @Nullable String idOfEvent(byte[] value) {
    RecordedOrder event = decoded(value).getOrNull();
    return event != null && event.get(OrderFields.EVENT_ID) instanceof FieldValue.Text id
        ? id.value()
        : null;
  }

  private Option<RecordedOrder> decoded(byte[] value) {
    try {
      return decoder.decode(value).toOption();
    } catch (RuntimeException | StackOverflowError e) {
      return Option.none();
    }
  }

  /** The same logic under other rules. */
  public RecordRefiner under(RuleSet otherRules) {
    return new RecordRefiner(decoder, otherRules);
  }

  /** The version under which the event was recorded; none when that cannot be told. */
  public Option<Integer> schemaVersionOf(BronzeRecord record) {
    return Option.of(record.content().value())
        .flatMap(this::decoded)
        .flatMap(recorded -> SchemaVersions.of(recorded).toOption());
  }

  public RuleSet rules() {
    return rules;
  }
}
