package io.orderlake.application.feed;

import static io.orderlake.application.feed.MappedShops.CSV;
import static io.orderlake.application.feed.MappedShops.CUP;
import static io.orderlake.application.feed.MappedShops.by;
import static io.orderlake.application.feed.MappedShops.field;
import static io.orderlake.application.feed.MappedShops.number;
import static io.orderlake.application.feed.MappedShops.orders;
import static io.orderlake.application.feed.MappedShops.source;
import static io.orderlake.application.feed.MappedShops.text;
import static io.orderlake.application.feed.MappedShops.tills;
import static io.orderlake.application.feed.MappedShops.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.TimeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a look at a feed says about it and the mapping of its source. */
class MappedFeedLookTest {
  private final FeedStage stage = new FeedStage();

  private Examination look(String feed, Source source) {
    return stage.look(InMemoryFeedSource.of("f", feed), by(source)).get();
  }

  private String refusal(String feed, Source source) {
    return stage.look(InMemoryFeedSource.of("f", feed), by(source)).getLeft().sentence();
  }

  @Test
  void columns_that_are_not_there_are_named_and_those_with_a_default_are_noted() {
    Source wrong =
        tills(
            field("order_id", "Belegnr", text()),
            field("event_id", "{Beleg}-{Zeile}", text()),
            field("currency", "Waehrung", text(), "EUR"),
            field("total_amount", "./summe/netto", number(false)));

    assertThat(refusal(CSV + CUP, wrong))
        .contains("by the source shop", "no column 'Belegnr' ('Beleg'?)", "no column 'Zeile'")
        .contains("total_amount is found at ./summe/netto", "'Beleg', 'Pos'")
        .doesNotContain("Waehrung")
        .contains("nothing was published");
    Source defaulted = tills(field("currency", "Waehrung", text(), "CHF"));
    assertThat(look(CSV + CUP, defaulted).notes())
        .containsExactly("there is no column 'Waehrung': currency is CHF in every row");
    assertThat(refusal(CSV.replace("Pos", "Preis") + CUP, tills())).contains("2 columns 'Preis'");
  }

  @Test
  void a_table_is_not_taken_apart() {
    assertThat(refusal(CSV + CUP, orders())).contains("the source shop takes records apart");
  }

  @Test
  void times_in_the_other_order_of_day_and_month_refuse_the_feed() {
    UnaryOperator<String> at = time -> CUP.replace("20.11.2026 14:05", time);
    Source source =
        source(
            null,
            field("product", "Artikel", text()),
            field("quantity", "Menge", number(true)),
            field("unit_price", "Preis", number(false)),
            field("city", "Filiale", text()),
            field("event_time", "Zeit", time("d/M/yy")));

    Examination wrong =
        look(CSV + at.apply("04/05/19") + at.apply("04/06/19") + at.apply("04/19/19"), source);

    assertThat(wrong.isRefused()).isTrue();
    assertThat(wrong.doubt().get()).contains("1 of 3 times", "row 3 (line 4)", "time: 'M/d/yy'");
    assertThat(look(CSV + at.apply("04/05/19"), source).notes().mkString())
        .contains("could also be read as 'M/d/yy'");
  }

  @Test
  void a_time_that_clocks_passed_over_is_none_of_another_order() {
    UnaryOperator<String> at = time -> CUP.replace("20.11.2026 14:05", time);

    Examination seen =
        look(CSV + at.apply("07.03.2026 10:00") + at.apply("29.03.2026 02:30"), tills());
    Examination early =
        look(CSV + at.apply("07.03.2026 10:00") + at.apply("01.01.0001 00:00"), tills());

    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.passing()).isEqualTo(1);
    assertThat(seen.hints().mkString())
        .contains("1 time was never shown by clocks in Europe/Berlin");
    assertThat(early.doubt()).isEmpty();
    assertThat(early.passing()).isEqualTo(1);
  }

  @Test
  void a_quantity_below_0_is_said_to_be_a_refund_unless_the_mapping_says_so() {
    String returned = CUP.replace(";2;", ";-2;");
    Source tills = tills();
    List<FieldMapping> fields = new ArrayList<>();
    for (FieldMapping field : tills.mapping().fields()) {
      boolean signed = field.field().name().equals("quantity");
      fields.add(
          new FieldMapping(
              field.field(), field.from(), field.conversion(), field.otherwise(), signed));
    }

    assertThat(look(CSV + CUP + returned, tills).hints().mkString())
        .contains("quantity of row 2 (line 3) is -2", "negative: refund beside the place");
    Examination refunded =
        look(CSV + CUP + returned, source(null, fields.toArray(FieldMapping[]::new)));
    assertThat(refunded.hints()).isEmpty();
    assertThat(refunded.passing()).isEqualTo(2);
  }

  @Test
  void what_may_help_is_said_in_the_words_of_the_configuration() {
    Conversion plain = new Conversion.ToNumber(NumberStyle.PLAIN, 0, false);
    Source source =
        source(
            null,
            field("product", "Artikel", text()),
            field("quantity", "Menge", number(true)),
            field("unit_price", "Preis", plain),
            field("city", "Filiale", text()),
            field(
                "event_time", "Zeit", new Conversion.ToTime(new TimeForm.Written(TimeStyle.ISO))));

    Examination seen = look(CSV + CUP + CUP.replace("3,50", "3,50 €"), source);

    assertThat(seen.isRefused()).isTrue();
    assertThat(seen.hints().mkString("\n"))
        .contains("unit_price of row 1 (line 2) is 3,50", "decimal: comma")
        .contains("unit_price of row 2 (line 3) is 3,50 €", "currency: {constant: EUR}")
        .contains("time: 'd.M.yyyy H:mm'", "the zone with zone:");
  }
}
