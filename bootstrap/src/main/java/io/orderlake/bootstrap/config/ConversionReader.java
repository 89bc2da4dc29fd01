package io.orderlake.bootstrap.config;

import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.Conversion.TextForm;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueTable;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how a field's value is converted; notes all that is wrong with that. */
final class ConversionReader {
  private static final String TEXT = "text";
  private static final String TABLE = "table";
  private static final String DECIMAL = "decimal";
  private static final String UNIT = "unit";
  private static final String TIME = "time";
  private static final String ZONE = "zone";

  private static final Map<String, TextForm> FORMS =
      List.of(TextForm.values())
          .toLinkedMap(form -> form.name().toLowerCase(Locale.ROOT), Function.identity());

  private static final Map<String, DecimalSign> SIGNS =
      LinkedHashMap.of("point", DecimalSign.POINT, "comma", DecimalSign.COMMA);

  private static final Map<String, Integer> UNITS = LinkedHashMap.of("cents", 2, "thousandths", 3);

  private static final String ISO = "iso";
  private static final Map<String, TimeForm> EPOCHS =
      List.of(TimeForm.Epoch.values()).toLinkedMap(TimeForm.Epoch::word, Function.identity());

  private static final String WAYS =
      EPOCHS.keySet().mkString(ISO + ", ", ", ", " or a pattern such as 'dd.MM.yyyy HH:mm'");

  /** Patterns have capitals: M is the month. */
  private static final Pattern WORD = Pattern.compile("[a-z_0-9]*");

  private final Section settings;
  private final MappedField.Kind kind;
  private final Function<String, Either<String, ValueTable>> tables;

  /**
   * Reads nothing yet.
   *
   * @param settings the field's
   * @param kind what the field holds
   * @param tables reads the table in a file of that name, or says what is wrong with it
   */
  ConversionReader(
      Section settings,
      MappedField.Kind kind,
      Function<String, Either<String, ValueTable>> tables) {
    this.settings = settings;
    this.kind = kind;
    this.tables = tables;
  }

  /** What can be said of such a field's conversion. */
  List<String> parts() {
    return switch (kind) {
      case TEXT -> List.of(TEXT, TABLE);
      case NUMBER, DECIMAL -> List.of(DECIMAL, UNIT);
      case TIME -> List.of(TIME, ZONE);
    };
  }

  /** The conversion; as if nothing had been said of it where that is wrong. */
  Conversion read() {
    return switch (kind) {
      case TEXT -> new Conversion.ToText(forms().asJava(), table().getOrNull());
      case NUMBER -> toNumber(true);
      case DECIMAL -> toNumber(false);
      case TIME -> new Conversion.ToTime(time());
    };
  }

  private List<TextForm> forms() {
    return settings
        .list(TEXT)
        .flatMap(
            word -> known(TEXT, word, FORMS, "is nothing to do with a text; expected some of "));
  }

  private Option<ValueTable> table() {
    return settings
        .get(TABLE)
        .flatMap(
            file ->
                tables
                    .apply(file)
                    .peekLeft(wrong -> settings.problem(TABLE, " '" + file + "' " + wrong))
                    .toOption());
  }

  private Conversion toNumber(boolean isWhole) {
    Option<DecimalSign> sign =
        settings
            .get(DECIMAL)
            .flatMap(word -> known(DECIMAL, word, SIGNS, "is no decimal sign; expected "));
    Option<Integer> unit =
        settings.get(UNIT).flatMap(word -> known(UNIT, word, UNITS, "is no unit; expected "));
    return new Conversion.ToNumber(
        sign.map(said -> new NumberStyle(said, true)).getOrElse(NumberStyle.PLAIN),
        unit.getOrElse(0),
        isWhole);
  }

  private <T> Option<T> known(String part, String word, Map<String, T> words, String otherwise) {
    return words
        .get(word)
        .onEmpty(
            () ->
                settings.problem(
                    part, " '" + word + "' " + otherwise + words.keySet().mkString(", ")));
  }

  private TimeForm time() {
    String form = settings.get(TIME).getOrElse(ISO);
    Option<String> zone = settings.get(ZONE);
    Option<TimeForm> epoch = EPOCHS.get(form);
    if (epoch.isDefined()) {
      zone.forEach(
          unused ->
              settings.problem(
                  ZONE, " does nothing beside " + form + ", which counts from 1970 in UTC"));
      return epoch.get();
    }
    if (!form.equals(ISO) && WORD.matcher(form).matches()) {
      settings.problem(TIME, " '" + form + "' is no way to write a time; expected " + WAYS);
      return new TimeForm.Written(TimeStyle.ISO);
    }
    Option<String> pattern = Option.when(!form.equals(ISO), form);
    problemsOf(pattern, Option.none()).forEach(wrong -> settings.problem(TIME, ": " + wrong));
    problemsOf(Option.none(), zone).forEach(wrong -> settings.problem(ZONE, ": " + wrong));
    return new TimeForm.Written(TimeStyle.of(pattern, zone).getOrElse(TimeStyle.ISO));
  }

  private static List<String> problemsOf(Option<String> pattern, Option<String> zone) {
    return TimeStyle.of(pattern, zone).swap().getOrElse(List.empty());
  }
}
