package io.orderlake.application.feed;

import static io.orderlake.application.feed.FeedStage.HEADER;
import static io.orderlake.application.feed.FeedStage.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.domain.notation.TimeStyle;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamineFeedTest {
  private final FeedStage stage = new FeedStage();

  private static String row(String quantity, String price, String time) {
    return "Cup,%s,\"%s\",Bern,%s\n".formatted(quantity, price, time);
  }

  private static final String GOOD = row("1", "3.50", "2026-11-20T10:15:00Z");
  private static final String BAD = row("0", "-3.50", "2026-11-20T10:15:00Z");

  private Examination timed(String pattern, String... times) {
    return timed(Option.of(pattern), Option.when(pattern != null, "Europe/Berlin"), times);
  }

  private Examination timed(Option<String> pattern, Option<String> zone, String... times) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String time : times) {
      csv.append(row("1", "3.50", time));
    }
    TimeStyle style = TimeStyle.of(pattern, zone).get();
    return stage.look(InMemoryFeedSource.of("f.csv", csv.toString()), SETTINGS.with(style)).get();
  }

  @Test
  void says_how_many_pass_and_why_the_others_do_not_with_their_lines() {
    Examination seen = stage.look(HEADER + GOOD + "\n" + BAD + GOOD + BAD).get();

    assertThat(seen.counts()).isEqualTo(new FeedCounts(true, 4, 0, 0));
    assertThat(seen.passing()).isEqualTo(2);
    assertThat(seen.reasons())
        .extracting(Examination.Reason::code, Examination.Reason::count, Examination.Reason::line)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("quantity_out_of_range", 2L, 4L),
            org.assertj.core.groups.Tuple.tuple("price_not_positive", 2L, 4L));
    assertThat(seen.isRefused()).isFalse();
    assertThat(seen.whole()).isTrue();
    assertThat(stage.log.stored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1,true", "1,4,true", "1,3,false", "5,0,false", "0,0,false"})
  void few_that_pass_are_fewer_than_one_in_four(int good, int bad, boolean refused) {
    assertThat(stage.look(HEADER + GOOD.repeat(good) + BAD.repeat(bad)).get().isRefused())
        .isEqualTo(refused);
  }

  @Test
  void rows_that_say_nothing_and_headers_repeated_are_no_events() {
    Examination seen = stage.look(HEADER + GOOD + ",,,,\n , ,\n" + HEADER + GOOD).get();

    assertThat(seen.counts()).isEqualTo(new FeedCounts(true, 5, 2, 1));
    assertThat(seen.passing()).isEqualTo(2);
  }

  @Test
  void blank_cells_behind_the_last_column_do_no_harm_and_others_do() {
    assertThat(stage.look(HEADER + GOOD.strip() + ",, \n").get().passing()).isEqualTo(1);
    assertThat(stage.look(HEADER + GOOD + GOOD.strip() + ",,x\n").getLeft().sentence())
        .contains("row 2 (line 3) has 7 cells but there are 5 columns", "nothing was published");
  }

  @Test
  void a_wrong_mapping_names_the_columns() {
    assertThat(stage.look("Item,Qty,Cost,City,Time\n" + GOOD).getLeft().sentence())
        .contains(
            "feed.csv", "no column 'Price'", "'Item', 'Qty', 'Cost'", "nothing was published");
  }

  @Test
  void lines_of_json_need_no_mapping() {
    assertThat(stage.look(InMemoryFeedSource.of("f", "{\"a\":1}\n"), SETTINGS).getLeft().sentence())
        .contains("leave out --map");
  }

  @Test
  void numbers_that_can_be_read_in_two_ways_are_asked_for() {
    assertThat(stage.look(HEADER + row("1", "1,234", "2026-11-20")).getLeft().sentence())
        .contains("row 1 (line 2) has 1,234", "--decimal", "nothing was published");
  }

  @Test
  void a_currency_sign_is_pointed_out() {
    Examination seen = stage.look(HEADER + row("1", "$11.95", "2026-11-20")).get();

    assertThat(seen.isRefused()).isTrue();
    assertThat(seen.hints().mkString())
        .contains("row 1 (line 2) is $11.95", "without a currency sign");
  }

  @Test
  void a_quantity_below_0_is_said_to_be_a_refund_perhaps() {
    Examination seen = stage.look(HEADER + GOOD + row("-1", "11.95", "2026-11-20")).get();

    assertThat(seen.hints().mkString())
        .contains("quantity of row 2 (line 3) is -1", "negative: refund", "--source");
    assertThat(stage.look(HEADER + GOOD).get().hints()).isEmpty();
  }

  @Test
  void a_format_for_times_is_suggested_in_either_order_when_both_are_possible() {
    assertThat(timed(null, "04/19/19 08:46").hints().mkString())
        .contains("--time-format 'M/d/yy H:mm'", "--time-zone")
        .doesNotContain("d/M");
    assertThat(timed(null, "04/05/19 08:46").hints().mkString())
        .contains("'M/d/yy H:mm' (the month first) or --time-format 'd/M/yy H:mm' (the day first)");
    assertThat(timed(null, "soon").hints().mkString()).contains("--time-format");
  }

  @Test
  void times_in_the_other_order_of_day_and_month_are_found_out() {
    Examination wrong = timed("d/M/yy", "04/05/19", "04/06/19", "04/19/19");
    assertThat(wrong.isRefused()).isTrue();
    assertThat(wrong.doubt().get()).contains("1 of 3 times", "line 4", "--time-format 'M/d/yy'");

    Examination either = timed("M/d/yy", "04/05/19");
    assertThat(either.isRefused()).isFalse();
    assertThat(either.notes().mkString()).contains("could also be read as 'd/M/yy'");
    assertThat(timed("M/d/yy", "04/05/19", "04/19/19").notes()).isEmpty();
  }

  @Test
  void a_missing_zone_and_a_repeated_hour_are_noted() {
    assertThat(timed(null, "2026-11-20T10:15:00").notes().mkString())
        .contains("1 time names no zone and is taken as UTC", "--time-zone");
    assertThat(timed("d.M.yyyy H:mm", "25.10.2026 2:30").notes().mkString())
        .contains("1 time happened twice");
  }

  @Test
  void a_time_that_clocks_passed_over_is_said_to_be_one_and_asks_for_no_other_order() {
    Examination seen = timed("M/d/yyyy H:mm", "3/7/2026 10:00", "3/29/2026 2:30", "3/9/2026 11:00");
    Examination swapped = timed("d/M/yyyy H:mm", "3/7/2026 10:00", "3/29/2026 2:30");
    Examination iso = timed(Option.none(), Option.some("Europe/Berlin"), "2026-03-29T02:30:00");

    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.isRefused()).isFalse();
    assertThat(seen.passing()).isEqualTo(2);
    assertThat(seen.reasons().map(Examination.Reason::code))
        .containsExactly("event_time_unparsable");
    assertThat(seen.hints())
        .containsExactly(
            "1 time was never shown by clocks in Europe/Berlin, which were put forward past it (row 2"
                + " (line 3): 3/29/2026 2:30)");
    assertThat(swapped.doubt().get())
        .contains("1 of 2 times is none", "say --time-format 'M/d/yyyy");
    assertThat(iso.hints().mkString())
        .contains("clocks in Europe/Berlin")
        .doesNotContain("ISO 8601", "--time-format");
  }

  @Test
  void a_time_that_could_be_in_either_order_and_that_clocks_passed_over_is_no_doubt() {
    Examination seen =
        timed(
            Option.some("M/d/yyyy H:mm"),
            Option.some("America/New_York"),
            "3/7/2026 10:00",
            "3/8/2026 2:30");

    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.hints().mkString()).contains("America/New_York", "3/8/2026 2:30");
  }

  @Test
  void a_year_that_no_order_can_be_of_fits_the_pattern() {
    Examination seen =
        timed("dd.MM.yyyy HH:mm", "02.03.2026 10:00", "01.01.0001 00:00", "05.03.2026 11:00");
    Examination iso = timed(Option.none(), Option.some("Europe/Berlin"), "0001-01-01T00:00:00");

    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.passing()).isEqualTo(2);
    assertThat(seen.hints()).isEmpty();
    assertThat(iso.passing()).isZero();
    assertThat(iso.hints()).isEmpty();
  }
}
