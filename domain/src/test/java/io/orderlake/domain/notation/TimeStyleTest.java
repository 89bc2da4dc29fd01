package io.orderlake.domain.notation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.notation.TimeStyle.Reading;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStyleTest {
  private static Reading read(String pattern, String zone, String cell) {
    return TimeStyle.of(
            Option.of(pattern).filter(p -> !p.isEmpty()), Option.of(zone).filter(z -> !z.isEmpty()))
        .get()
        .read(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "M/d/yy H:mm|America/New_York|04/19/19 08:46|2019-04-19T12:46:00Z",
        "M/d/yy H:mm||4/9/19 8:46|2019-04-09T08:46:00",
        "d.M.yyyy H:mm|Europe/Berlin|20.11.2026 10:15|2026-11-20T09:15:00Z",
        "d.M.yyyy||20.11.2026|2026-11-20",
        "d.M.yyyy|Europe/Berlin|20.11.2026|2026-11-19T23:00:00Z",
        "MMM d, yyyy h:mm a|UTC|nov 20, 2026 1:05 pm|2026-11-20T13:05:00Z",
        "yyyy-MM-dd HH:mm XXX||2026-11-20 10:15 +01:00|2026-11-20T09:15:00Z",
        "d. 'day of' M yyyy||1. day of 2 2026|2026-02-01",
        "||2026-11-20T10:15:00Z|2026-11-20T10:15:00Z",
        "|Europe/Berlin|2026-11-20 10:15|2026-11-20T09:15:00Z",
        "|Europe/Berlin|2026-11-20T10:15:00.5|2026-11-20T09:15:00.500Z",
        "|Europe/Berlin|2026-11-20T10:15:00Z|2026-11-20T10:15:00Z",
        "||no time at all|no time at all",
      })
  void a_cell_is_read_by_its_pattern_in_its_zone(
      String pattern, String zone, String cell, String expected) {
    assertThat(read(pattern, zone, cell)).isEqualTo(new Reading.Time(expected, false));
  }

  @ParameterizedTest
  @CsvSource({"31.02.2026", "20.11.26", "11/20/2026", "20.11.2026 10:15"})
  void what_is_no_day_of_the_pattern_stays_as_it_is(String cell) {
    assertThat(read("d.M.yyyy", "", cell)).isEqualTo(new Reading.Unread(cell));
  }

  @Test
  void a_time_that_happened_twice_is_the_first_and_one_that_never_did_is_none() {
    assertThat(read("d.M.yyyy H:mm", "Europe/Berlin", "25.10.2026 2:30"))
        .isEqualTo(new Reading.Time("2026-10-25T00:30:00Z", true));
    assertThat(read("", "Europe/Berlin", "2026-03-29T02:30:00"))
        .isEqualTo(new Reading.PassedOver("2026-03-29T02:30:00 Europe/Berlin"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DD.MM.YYYY|the day of the month is d|the year is y",
        "dd.mm.yyyy|the month is M|the month is M",
        "d.M.yyyy hh:mm|needs AM or PM|0 to 23 is H",
        "H:mm|a year (y), a month (M) and a day (d)|format",
        "d.M.yyyy q{|is wrong|e.g.",
      })
  void a_pattern_that_cannot_be_meant_is_refused_with_what_is(
      String pattern, String one, String other) {
    assertThat(TimeStyle.of(Option.some(pattern), Option.none()).getLeft().mkString("; "))
        .contains(pattern, one, other);
  }

  @Test
  void every_problem_is_named_and_a_near_zone_is_suggested() {
    assertThat(TimeStyle.of(Option.some("DD"), Option.some("Europe/Berln")).getLeft())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("did you mean Europe/Berlin?"));
  }

  @Test
  void day_and_month_can_be_swapped() {
    assertThat(
            TimeStyle.of(Option.some("MM/dd/yy H:mm"), Option.none())
                .get()
                .swapped()
                .get()
                .pattern())
        .isEqualTo("dd/MM/yy H:mm");
    assertThat(TimeStyle.of(Option.some("d MMM yyyy"), Option.none()).get().swapped()).isEmpty();
    assertThat(TimeStyle.ISO.swapped()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04/19/19 08:46;04/05/19 10:00|M/d/yy H:mm",
        "04/05/19 08:46|M/d/yy H:mm;d/M/yy H:mm",
        "20.11.2026 10:15:30|d.M.yyyy H:mm:ss",
        "19-Apr-26 8:05 PM|d-MMM-yy h:mm a",
        "soon|",
      })
  void patterns_are_found_for_cells(String cells, String patterns) {
    assertThat(TimePattern.of(List.of(cells.split(";"))).mkString(";"))
        .isEqualTo(patterns == null ? "" : patterns);
  }
}
