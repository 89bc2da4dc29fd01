package io.orderlake.bootstrap.config;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.Conversion.TextForm;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueOrigin;
import io.orderlake.domain.source.ValueTable;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how one field of a source's lines is made; notes all that is wrong with it. */
final class FieldReader {
  private static final String AT = "at";
  private static final String CONSTANT = "constant";
  private static final String DEFAULT = "default";
  private static final String TEXT = "text";
  private static final String TABLE = "table";
  private static final String DECIMAL = "decimal";
  private static final String UNIT = "unit";
  private static final String TIME = "time";
  private static final String ZONE = "zone";

  private static final Map<String, Integer> UNITS = LinkedHashMap.of("cents", 2, "thousandths", 3);

  private static final Map<String, DecimalSign> SIGNS =
      LinkedHashMap.of("point", DecimalSign.POINT, "comma", DecimalSign.COMMA);

  private final String key;
  private final MappedField field;
  private final SortedMap<String, String> said;
  private final boolean hasLines;
  private final BiConsumer<String, String> problems;
  private final Function<String, Either<String, ValueTable>> tables;
  private boolean isWrong;

  /**
   * Reads nothing yet.
   *
   * @param key what the field's settings begin with
   * @param said the settings, each beginning with the field's name
   * @param hasLines whether records are taken apart
   * @param problems told the setting and what is wrong with it
   * @param tables reads the table in a file of that name, or says what is wrong with it
   */
  FieldReader(
      String key,
      MappedField field,
      SortedMap<String, String> said,
      boolean hasLines,
      BiConsumer<String, String> problems,
      Function<String, Either<String, ValueTable>> tables) {
    this.key = key;
    this.field = field;
    this.said = said;
    this.hasLines = hasLines;
    this.problems = problems;
    this.tables = tables;
  }

  /** The field; none when something is wrong with it. */
  Option<FieldMapping> read() {
    List<String> known = List.of(AT, CONSTANT, DEFAULT).appendAll(conversions());
    said.keySet()
        .filter(part -> part.length() > field.name().length())
        .map(part -> part.substring(field.name().length() + 1))
        .filter(part -> !known.contains(part))
        .forEach(
            part ->
                wrong(
                    part,
                    " is nothing that can be said of "
                        + field.name()
                        + NearMiss.of(part, known)
                            .map(near -> "; did you mean " + near + "?")
                            .getOrElse("; there are " + known.mkString(", "))));
    Option<ValueOrigin> origin = origin();
    Conversion conversion = conversion();
    @Nullable String otherwise = part(DEFAULT).peek(text -> given(DEFAULT, text)).getOrNull();
    return isWrong
        ? Option.none()
        : origin.map(from -> new FieldMapping(field, from, conversion, otherwise));
  }

  private List<String> conversions() {
    return switch (field.kind()) {
      case TEXT -> List.of(TEXT, TABLE);
      case NUMBER, DECIMAL -> List.of(DECIMAL, UNIT);
      case TIME -> List.of(TIME, ZONE);
    };
  }

  private Option<String> part(String part) {
    return said.get(field.name() + "." + part).map(String::strip);
  }

  private Option<ValueOrigin> origin() {
    Option<String> at = part(AT).orElse(said.get(field.name()).map(String::strip));
    Option<String> constant = part(CONSTANT);
    if (at.isDefined() == constant.isDefined()) {
      problem(
          "",
          at.isDefined()
              ? " has a place and a constant; keep one of them"
              : " says nothing of where its value is found; give it 'at' or 'constant'");
      return Option.none();
    }
    if (constant.isDefined()) {
      given(CONSTANT, constant.get());
      return constant.map(ValueOrigin.Constant::new);
    }
    Either<String, ValueOrigin> origin = ValueOrigin.at(at.get());
    origin.peekLeft(wrong -> problem("", " '" + at.get() + "' " + wrong));
    if (origin.exists(ValueOrigin::needsNumber) && !hasLines) {
      problem(
          "",
          " '" + at.get() + "' names the line's number, but the source has no 'lines' to number");
    }
    return origin.toOption();
  }

  /** A value that is given in place of one that is found has the contract's own form. */
  private void given(String part, String text) {
    Option<String> problem =
        switch (field.kind()) {
          case TEXT -> Option.when(text.isEmpty(), "is blank");
          case NUMBER, DECIMAL -> Amount.parseDecimal(text).swap().toOption();
          case TIME -> EventTime.parse(text).swap().toOption();
        };
    problem.forEach(sentence -> wrong(part, " '" + text + "' " + sentence));
  }

  private Conversion conversion() {
    return switch (field.kind()) {
      case TEXT -> new Conversion.ToText(forms().asJava(), table().getOrNull());
      case NUMBER -> toNumber(true);
      case DECIMAL -> toNumber(false);
      case TIME -> new Conversion.ToTime(time());
    };
  }

  private Conversion toNumber(boolean isWhole) {
    Option<DecimalSign> sign = one(DECIMAL, SIGNS, "decimal sign");
    return new Conversion.ToNumber(
        sign.map(said -> new NumberStyle(said, true)).getOrElse(NumberStyle.PLAIN),
        one(UNIT, UNITS, "unit").getOrElse(0),
        isWhole);
  }

  private List<TextForm> forms() {
    Map<String, TextForm> forms =
        List.of(TextForm.values())
            .toLinkedMap(form -> form.name().toLowerCase(Locale.ROOT), Function.identity());
    return part(TEXT)
        .map(text -> List.of(text.split(",", -1)).map(String::strip))
        .getOrElse(List.empty())
        .flatMap(
            word ->
                forms
                    .get(word)
                    .onEmpty(
                        () ->
                            wrong(
                                TEXT,
                                " '"
                                    + word
                                    + "' is nothing to do with a text; expected some of "
                                    + forms.keySet().mkString(", "))));
  }

  private Option<ValueTable> table() {
    return part(TABLE)
        .flatMap(
            file ->
                tables
                    .apply(file)
                    .peekLeft(sentence -> wrong(TABLE, " '" + file + "' " + sentence))
                    .toOption());
  }

  private TimeForm time() {
    String form = part(TIME).getOrElse("iso");
    Option<String> zone = part(ZONE);
    Option<TimeForm.Epoch> epoch =
        List.of(TimeForm.Epoch.values()).find(since -> since.word().equals(form));
    if (epoch.isDefined()) {
      zone.forEach(
          unused ->
              wrong(ZONE, " has no meaning beside " + form + ", which counts from 1970 in UTC"));
      return epoch.get();
    }
    Option<String> pattern = Option.when(!form.equals("iso"), form);
    return new TimeForm.Written(
        TimeStyle.of(pattern, zone)
            .getOrElseGet(
                wrong -> {
                  wrong(
                      pattern.isDefined() ? TIME : ZONE,
                      ": "
                          + wrong.mkString("; ")
                          + (pattern.isDefined()
                              ? "; a time is written in iso, epoch_s, epoch_ms, epoch_us, or by a"
                                  + " pattern such as 'dd.MM.yyyy HH:mm'"
                              : ""));
                  return TimeStyle.ISO;
                }));
  }

  private <T> Option<T> one(String part, Map<String, T> words, String what) {
    return part(part)
        .flatMap(
            text ->
                words
                    .get(text)
                    .onEmpty(
                        () ->
                            wrong(
                                part,
                                " '"
                                    + text
                                    + "' is no "
                                    + what
                                    + "; expected "
                                    + words.keySet().mkString(" or "))));
  }

  private void wrong(String part, String sentence) {
    problem("." + part, sentence);
  }

  private void problem(String part, String sentence) {
    isWrong = true;
    String setting = said.containsKey(field.name() + part) ? part : first();
    problems.accept(key + setting, sentence);
  }

  /** What stands for the field where no setting of its own is wrong. */
  private String first() {
    return said.keySet().head().substring(field.name().length());
  }
}
