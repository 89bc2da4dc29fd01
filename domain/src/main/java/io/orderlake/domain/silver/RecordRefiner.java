package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.failure.Classified;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.source.Source;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Silver's logic for one record: decode, take apart, upcast, judge by every rule,
 * standardise, price. Stateless and serializable; engines run it wherever the rows are.
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
   * befalls the whole process, such as a lack of memory, is thrown; so is what is no fault of the
   * record, such as a registry that does not answer.
   */
  public Judgement refine(BronzeRecord record) {
    Source source = rules.sources().of(record.source().topic());
    byte[] value = record.content().value();
    if (value == null) {
      return Judgement.whole(rules.undecodable("the record has no value (a tombstone)"));
    }
    try {
      return source == null
          ? Judgement.whole(judge(record, value))
          : lines(source, value)
              .fold(
                  sentence -> Judgement.whole(rules.undecodable(sentence)),
                  lines -> judge(record, source, lines));
    } catch (Classified e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return Judgement.whole(rules.unjudged(record.order(), e));
    }
  }

  private Verdict judge(BronzeRecord record, byte[] value) {
    return decoder
        .decode(value)
        .fold(rules::undecodable, event -> rules.judge(record, record.order(), event));
  }

  private Either<String, List<RecordedOrder>> lines(Source source, byte[] value) {
    return source.lines(value, rules.settings().currency());
  }

  private Judgement judge(BronzeRecord record, Source source, List<RecordedOrder> lines) {
    if (!source.mapping().takesApart()) {
      return Judgement.whole(rules.judge(record, record.order(), lines.get(0)));
    }
    List<Verdict> verdicts = new ArrayList<>(lines.size());
    for (int line = 0; line < lines.size(); line++) {
      verdicts.add(judge(record, record.order().ofLine(line), lines.get(line)));
    }
    return new Judgement(true, verdicts);
  }

  private Verdict judge(BronzeRecord record, BronzeOrder place, RecordedOrder line) {
    try {
      return rules.judge(record, place, line);
    } catch (RuntimeException | StackOverflowError e) {
      return rules.unjudged(place, e);
    }
  }

  /**
   * The event ids that the lines of a record will have as far as they are accepted, many times
   * cheaper than judging it where it is an event of the contract.
   *
   * @param topic the record's
   * @param value its bytes
   * @param ids given one for each verdict of {@link #refine}, in their order: null, or any text,
   *     for what will not be accepted
   */
  public void eventIds(String topic, byte @Nullable [] value, Consumer<@Nullable String> ids) {
    Source source = rules.sources().of(topic);
    if (value == null) {
      ids.accept(null);
    } else if (source == null) {
      ids.accept(eventIdOf(value));
    } else {
      mapped(source, value).forEach(line -> ids.accept(idOf(line)));
    }
  }

  private List<@Nullable RecordedOrder> mapped(Source source, byte[] value) {
    try {
      return lines(source, value).getOrElse(() -> Collections.singletonList(null));
    } catch (Classified e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return Collections.singletonList(null);
    }
  }

  /** The same of an event of the contract. */
  public @Nullable String eventIdOf(byte[] value) {
    try {
      return decoder.eventIdOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return idOf(decoded(value).getOrNull());
    }
  }

  private static @Nullable String idOf(@Nullable RecordedOrder event) {
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

  /**
   * Whether a record is held as it was judged when its schema was unknown, which is known by now:
   * the rules are the same, and what is stored is right nevertheless until it is judged again.
   */
  public boolean isHeldFromBefore(QuarantinedRecord held) {
    Source source = rules.sources().of(held.order().source().topic());
    byte[] value = held.record().content().value();
    return source != null
        && value != null
        && source
            .format()
            .refusedBefore(value)
            .exists(
                sentence ->
                    rules.undecodable(sentence) instanceof Verdict.Rejected before
                        && before.reasons().equals(held.reasons()));
  }

  /** The same logic under other rules. */
  public RecordRefiner under(RuleSet otherRules) {
    return new RecordRefiner(decoder, otherRules);
  }

  /**
   * The version of the contract under which the event was recorded; none when that cannot be told,
   * or when the record is of a shape of its own.
   */
  public Option<Integer> schemaVersionOf(BronzeRecord record) {
    return Option.of(record.content().value())
        .filter(value -> rules.sources().of(record.source().topic()) == null)
        .flatMap(this::decoded)
        .flatMap(recorded -> SchemaVersions.of(recorded).toOption());
  }

  public RuleSet rules() {
    return rules;
  }
}
