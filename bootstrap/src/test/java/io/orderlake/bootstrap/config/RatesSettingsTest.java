package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is configured of rates. */
class RatesSettingsTest {
  private static final String HEAD = "date,currency,rate\n";
  private static final String ROW = "2026-11-20,USD,0.92345\n";
  private static final String SET = "data: lake\nrules.rates: {file: rates.csv, to: EUR}\n";

  @TempDir Path home;

  private SourcesStage stage() {
    return new SourcesStage(home);
  }

  private Rates rates(String yaml, String file) throws IOException {
    stage().file("rates.csv", file);
    return stage().read(yaml).get().rules().rates().get();
  }

  private List<String> problems(String yaml, String file) throws IOException {
    stage().file("rates.csv", file);
    return stage().problems(yaml);
  }

  @Test
  void without_a_file_nothing_is_converted() throws IOException {
    assertThat(stage().read("data: lake\n").get().rules().rates()).isEmpty();
    assertThat(stage().read("data: lake\nrules.rates.file: \"\"\n").get().rules().rates())
        .isEmpty();
  }

  @Test
  void a_file_of_rates_is_part_of_the_rules() throws IOException {
    Rates rates = rates(SET, HEAD + "2026-11-20,USD,0.92345\n2026-11-20,GBP,1.15\n");

    assertThat(rates.to()).isEqualTo("EUR");
    assertThat(rates.carryDays()).isEqualTo(7);
    assertThat(rates.currencies()).containsExactly("GBP", "USD");
    assertThat(rates.at("USD", LocalDate.of(2026, 11, 27))).isEqualByComparingTo("0.92345");
    assertThat(
            rates("rules.rates: {file: rates.csv, to: EUR, carry: 0d}\n", HEAD + ROW).carryDays())
        .isZero();
  }

  @Test
  void the_content_of_the_file_counts_and_not_how_it_is_written() throws IOException {
    Rates rates = rates(SET, HEAD + ROW);
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere")).resolve("r.csv");
    Files.writeString(elsewhere, "rate;date;currency\n0.923450;2026-11-20;USD\n");

    assertThat(
            stage()
                .read("rules.rates: {file: '" + elsewhere + "', to: EUR}\n")
                .get()
                .rules()
                .rates())
        .containsExactly(rates);
    assertThat(rates(SET, HEAD + "2026-11-20,USD,0.92346\n")).isNotEqualTo(rates);
  }

  @Test
  void all_that_is_wrong_with_a_file_is_said_at_once_with_its_line() throws IOException {
    List<String> problems =
        problems(
            SET,
            HEAD
                + ROW
                + "2026-13-01,USD,0.9\n"
                + "20.11.2026,usd,\"0,9\"\n"
                + "2026-11-21,USD,0\n"
                + "2026-11-21,EUR,1\n"
                + "2026-11-20,USD,0.93\n"
                + "2026-11-22,USD\n"
                + "2026-11-23,USD,1.2345678901234567891\n");

    assertThat(problems)
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .contains("orderlake.yaml line 2: rules.rates.file 'rates.csv' line "))
        .extracting(problem -> problem.substring(problem.indexOf("' line ") + 2))
        .containsExactly(
            "line 3: date '2026-13-01' is no day of the calendar; expected e.g. 2026-11-20",
            "line 4: date '20.11.2026' is no day of the calendar; expected e.g. 2026-11-20",
            "line 4: currency must be a three-letter ISO 4217 code, not 'usd'",
            "line 4: rate '0,9' is not a decimal number; expected e.g. 0.92345",
            "line 5: rate must be above 0 and at most 1000000000, not 0",
            "line 6: currency EUR is the one converted to, always worth 1; take the line out",
            "line 7: a second rate of USD on 2026-11-20; the first is in line 2, keep one of them",
            "line 8: has 2 cells, not date, currency, rate",
            "line 9: rate must have at most 18 digits, not 1.2345678901234567891");
  }

  @Test
  void of_very_many_problems_the_first_are_said_and_how_many_there_are() throws IOException {
    String lines =
        IntStream.range(0, 50).mapToObj(i -> "soon,USD,1\n").collect(Collectors.joining());

    assertThat(problems(SET, HEAD + lines))
        .hasSize(21)
        .last()
        .asString()
        .contains("and 30 problems more");
  }

  @Test
  void a_file_has_no_more_rates_than_a_task_may_hold() throws IOException {
    StringBuilder file = new StringBuilder(HEAD);
    LocalDate first = LocalDate.of(1, 1, 1);
    for (int i = 0; i < Rates.MOST; i++) {
      file.append(first.plusDays(i)).append(",USD,1\n");
    }

    assertThat(rates(SET, file.toString()).currencies()).containsExactly("USD");
    assertThat(problems(SET, file.append("2026-11-20,GBP,1\n").toString()))
        .singleElement()
        .asString()
        .contains("has more than 500000 rates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "'date,currency,rate\n'|has no rates; write a line for each day",
        "'date,currency,rate,source\n2026-11-20,USD,1,x\n'|has the columns date, currency, rate, source; a table of rates has three: date, currency, rate",
        "'day,currency,rate\n2026-11-20,USD,1\n'|has the columns day, currency, rate"
      })
  void a_file_that_is_no_table_of_rates_is_named(String file, String problem) throws IOException {
    assertThat(problems(SET, file))
        .singleElement()
        .asString()
        .contains("line 2", "rules.rates.file 'rates.csv'", problem);
  }

  @Test
  void a_file_that_is_not_there_is_named() throws IOException {
    assertThat(stage().problems(SET))
        .singleElement()
        .asString()
        .contains("line 2", "rules.rates.file 'rates.csv' cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules.rates.file: rates.csv|rules.rates.file is set and rules.rates.to is not",
        "rules.rates: {file: rates.csv, to: Euro}|rules.rates.to: currency must be a three-letter ISO 4217 code, not 'Euro'",
        "rules.rates.to: EUR|rules.rates.to does nothing without rules.rates.file",
        "rules.rates.carry: 3d|rules.rates.carry does nothing without rules.rates.file",
        "rules.rates: {file: rates.csv, to: EUR, carry: 36h}|rules.rates.carry '36h' is no number of days from 0d to 3660d",
        "rules.rates: {file: rates.csv, to: EUR, carry: 3661d}|rules.rates.carry '3661d' is no number of days",
        "rules.rates: {file: rates.csv, to: EUR, carry: long}|rules.rates.carry 'long' is no number of days"
      })
  void what_does_not_fit_together_is_told_with_its_line(String setting, String problem)
      throws IOException {
    assertThat(problems("data: lake\n" + setting + "\n", HEAD + ROW))
        .singleElement()
        .asString()
        .contains("line 2", problem);
  }

  @Test
  void a_table_that_asks_for_converted_needs_rates() throws IOException {
    String table = "gold.tables:\n  t: {by: [city], every: day, measures: [converted]}\n";

    assertThat(stage().problems(table))
        .singleElement()
        .asString()
        .contains("line 2: gold.tables.t.measures 'converted' needs rates")
        .contains("set rules.rates.file and rules.rates.to");
    stage().file("rates.csv", HEAD + ROW);
    assertThat(stage().read(SET + table).get().gold().last().measures().all())
        .contains(Measure.CONVERTED);
    assertThat(problems(SET + table, HEAD)).singleElement().asString().contains("has no rates");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD", "EUR", "CHF"})
  void whatever_the_lake_s_own_currency_is_the_rates_stay(String own) throws IOException {
    stage().file("rates.csv", HEAD + ROW);
    LakehouseConfig config = stage().read(SET).get();
    LakehouseConfig inLake = config.in(new LakeProperties(ZoneOffset.UTC, own), "lake.json");

    assertThat(inLake.rules().rates()).isEqualTo(config.rules().rates()).isNotEmpty();
    assertThat(RuleSet.of(inLake.rules()).version())
        .isNotEqualTo(RuleSet.of(inLake.rules().withRates(Option.none())).version());
    assertThat(config.ofContractEvents().rules().rates()).as("of a demo").isEmpty();
  }
}
