package io.orderlake.bootstrap.config;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.ValueOrigin;
import io.orderlake.domain.source.ValueTable;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/** Reads how one field of a source's lines is made; notes all that is wrong with it. */
final class FieldReader {
  private static final String AT = "at";
  private static final String OR = "or";
  private static final String CONSTANT = "constant";
  private static final String DEFAULT = "default";
  private static final String NEGATIVE = "negative";

  /** Those of whose numbers below 0 a shop may write its refunds with. */
  private static final List<String> SIGNED =
      List.of(OrderFields.QUANTITY, OrderFields.UNIT_PRICE, OrderFields.TOTAL_AMOUNT);

  private final Section settings;
  private final MappedField field;
  private final boolean takesApart;
  private final ConversionReader conversions;

  /**
   * Reads nothing yet.
   *
   * @param settings at least one
   * @param takesApart whether records have several lines
   * @param tables reads the table in a file of that name, or says what is wrong with it
   */
  FieldReader(
      Section settings,
      MappedField field,
      boolean takesApart,
      Function<String, Either<String, ValueTable>> tables) {
    this.settings = settings;
    this.field = field;
    this.takesApart = takesApart;
    this.conversions = new ConversionReader(settings, field.kind(), tables);
  }

  /** The field; none when something is wrong with it. */
  Option<FieldMapping> read() {
    int before = settings.problems();
    List<String> known =
        List.of(AT, OR, CONSTANT, DEFAULT)
            .appendAll(conversions.parts())
            .appendAll(Option.when(SIGNED.contains(field.name()), NEGATIVE));
    settings.keys().reject(known::contains).forEach(part -> isNoPart(part, known));
    Option<ValueOrigin> origin = origin();
    Conversion conversion = conversions.read();
    Option<String> otherwise = settings.get(DEFAULT);
    Option<String> negative = settings.get(NEGATIVE).filter(unused -> known.contains(NEGATIVE));
    negative
        .filter(word -> !OrderKind.isRefund(word))
        .forEach(
            word ->
                settings.problem(
                    NEGATIVE,
                    " '"
                        + word
                        + "' is nothing that a number below 0 can mean; expected "
                        + OrderKind.REFUND.word()));
    otherwise.forEach(text -> given(DEFAULT, text));
    if (field.name().equals(OrderFields.EVENT_ID)) {
      otherwise.forEach(text -> settings.problem(DEFAULT, " would be the id of several events"));
      origin.forEach(this::tellsEventsApart);
    }
    return origin
        .filter(from -> settings.problems() == before)
        .map(
            from ->
                new FieldMapping(
                    field, from, conversion, otherwise.getOrNull(), negative.isDefined()));
  }

  private void isNoPart(String part, List<String> known) {
    settings.problem(
        part,
        " is nothing that can be said of "
            + field.name()
            + NearMiss.of(part, known)
                .map(near -> "; did you mean " + near + "?")
                .getOrElse("; there are " + known.mkString(", ")));
  }

  private Option<ValueOrigin> origin() {
    List<String> places = List.ofAll(settings.self()).appendAll(settings.get(AT));
    Option<String> constant = settings.get(CONSTANT);
    if (places.size() > 1) {
      settings.problem(" has two places; keep one of them");
      return Option.none();
    }
    if (constant.isDefined()) {
      return constant(constant.get(), places);
    }
    if (places.isEmpty()) {
      settings.problem(" does not say where its value is found; give it 'at' or 'constant'");
      return Option.none();
    }
    return settings.has(OR) ? firstOf(places.head()) : place(places.head());
  }

  private Option<ValueOrigin> firstOf(String place) {
    List<Option<ValueOrigin>> origins = settings.list(OR).prepend(place).map(this::place);
    return Option.when(
        origins.forAll(Option::isDefined),
        () -> new ValueOrigin.First(origins.flatMap(origin -> origin).asJava()));
  }

  private Option<ValueOrigin> constant(String text, List<String> places) {
    given(CONSTANT, text);
    if (places.nonEmpty()) {
      settings.problem(" has a place and a constant; keep one of them");
    }
    conversions
        .parts()
        .appendAll(List.of(OR, DEFAULT, NEGATIVE))
        .filter(settings::has)
        .forEach(
            part ->
                settings.problem(
                    part, " does nothing beside a constant, which is taken as it is written"));
    return Option.some(new ValueOrigin.Constant(text));
  }

  private Option<ValueOrigin> place(String text) {
    Either<String, ValueOrigin> origin = ValueOrigin.at(text);
    origin.peekLeft(wrong -> settings.problem(" '" + text + "' " + wrong));
    if (origin.exists(ValueOrigin::needsNumber) && !takesApart) {
      settings.problem(
          " '" + text + "' names the line's number, but the source has no 'lines' to number");
    }
    return origin.toOption();
  }

  /** What is the same for several events cannot be their id. */
  private void tellsEventsApart(ValueOrigin from) {
    if (from instanceof ValueOrigin.Constant) {
      settings.problem(
          CONSTANT, " would be the id of all events; leave event_id out, or make it of fields");
    } else if (takesApart && !isOfTheLine(from)) {
      settings.problem(
          " '"
              + from.text()
              + "' is the same for all lines of a record; put {line} or a member of the line into"
              + " it");
    }
  }

  private static boolean isOfTheLine(ValueOrigin from) {
    return from.needsNumber()
        || (from instanceof ValueOrigin.At at && at.pointer().fromLine())
        || (from instanceof ValueOrigin.First first
            && first.origins().stream().allMatch(FieldReader::isOfTheLine))
        || (from instanceof ValueOrigin.Template template
            && template.pieces().stream()
                .anyMatch(piece -> piece.pointer() != null && piece.pointer().fromLine()));
  }

  /** A value that is given in place of one that is found has the contract's own form. */
  private void given(String part, String text) {
    Option<String> problem =
        switch (field.kind()) {
          case TEXT -> Option.when(text.isEmpty(), "is blank");
          case NUMBER, DECIMAL -> Amount.parseDecimal(text).swap().toOption();
          case TIME -> EventTime.parse(text).swap().toOption();
        };
    problem.forEach(sentence -> settings.problem(part, " '" + text + "' " + sentence));
  }
}
