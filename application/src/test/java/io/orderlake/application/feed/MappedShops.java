package io.orderlake.application.feed;

import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueOrigin;
import io.orderlake.domain.source.ValueTable;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shops whose rows and records a source maps, and what their feeds say. */
final class MappedShops {
  static final String CSV = "Beleg;Pos;Artikel;Menge;Preis;Filiale;Zeit\n";
  static final String CUP = "B1;1;T-1;2;3,50;Köln;20.11.2026 14:05\n";
  static final String POT = "B1;2;T-2;1;1.009,99;Köln;20.11.2026 14:05\n";
  static final ValueTable PRODUCTS =
      new ValueTable("products.csv", Map.of("T-1", "Cup", "T-2", "Pot"));

  private MappedShops() {}

  static FieldMapping field(String name, String at, Conversion conversion) {
    return field(name, at, conversion, null);
  }

  static FieldMapping field(
      String name, String at, Conversion conversion, @Nullable String otherwise) {
    return new FieldMapping(
        MappedField.named(name).orElseThrow(), ValueOrigin.at(at).get(), conversion, otherwise);
  }

  static Conversion number(boolean whole) {
    return new Conversion.ToNumber(new NumberStyle(DecimalSign.COMMA, true), 0, whole);
  }

  static Conversion text() {
    return new Conversion.ToText(List.of(), null);
  }

  static Conversion time(String pattern) {
    return new Conversion.ToTime(
        new TimeForm.Written(
            TimeStyle.of(Option.some(pattern), Option.some("Europe/Berlin")).get()));
  }

  static Source source(@Nullable String lines, FieldMapping... fields) {
    return new Source(
        "shop",
        List.of(),
        new PlainRecordFormat(),
        new Mapping(lines == null ? null : pointer(lines), List.of(fields)));
  }

  static Pointer pointer(String lines) {
    return lines.equals(".") ? Pointer.ROOT : Pointer.parse(lines).get();
  }

  static Source tills(FieldMapping... more) {
    List<FieldMapping> fields =
        new ArrayList<>(
            List.of(
                field("product", "Artikel", new Conversion.ToText(List.of(), PRODUCTS)),
                field("quantity", "Menge", number(true)),
                field("unit_price", "Preis", number(false)),
                field("city", "Filiale", text()),
                field("event_time", "Zeit", time("dd.MM.yyyy HH:mm"))));
    fields.addAll(List.of(more));
    return source(null, fields.toArray(FieldMapping[]::new));
  }

  static FeedSettings by(Source source) {
    FeedSettings settings = FeedSettings.of("USD").with(source);
    return settings.with(settings.layout().withDelimiter(Option.some(';')));
  }

  static Source orders(FieldMapping... more) {
    List<FieldMapping> fields =
        new ArrayList<>(
            List.of(
                field("order_id", "/nr", text()),
                field("product", "was", text()),
                field("quantity", "menge", number(true)),
                field("city", "/ort", text()),
                new FieldMapping(
                    MappedField.named("unit_price").orElseThrow(),
                    new ValueOrigin.Constant("3.50"),
                    number(false),
                    null),
                new FieldMapping(
                    MappedField.named("event_time").orElseThrow(),
                    new ValueOrigin.Constant("2026-11-20T10:00:00Z"),
                    text(),
                    null)));
    fields.addAll(List.of(more));
    return source("/lines", fields.toArray(FieldMapping[]::new));
  }
}
