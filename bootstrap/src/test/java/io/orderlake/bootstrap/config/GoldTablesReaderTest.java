package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Grain;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldTablesReaderTest {
  @TempDir Path home;

  private Either<List<String>, LakehouseConfig> read(String yaml) throws IOException {
    Path file = Files.writeString(home.resolve("orderlake.yaml"), yaml);
    return ConfigReader.read(
        new ConfigSources(home, Option.some(file), HashMap.empty(), HashMap.empty()));
  }

  @Test
  void tables_join_those_that_are_built_in_and_are_cut_in_the_lake_s_zone() throws IOException {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(
            read("""
                    gold:
                      reporting-zone: Europe/Berlin
                      tables:
                        by_week: {by: city, every: week}
                        by_three: {by: [product, customer_id, city], every: hour, measures: [largest]}
                    """)
                .get()
                .gold())
        .containsExactlyElementsOf(
            GoldProjections.in(GoldFixture.in(berlin))
                .append(
                    new GoldProjection(
                        "by_three",
                        java.util.List.of(Dimension.PRODUCT, Dimension.CUSTOMER, Dimension.CITY),
                        Grain.HOUR,
                        Measures.and(java.util.List.of(Measure.LARGEST)),
                        GoldFixture.in(berlin)))
                .append(
                    new GoldProjection(
                        "by_week",
                        java.util.List.of(Dimension.CITY),
                        Grain.WEEK,
                        GoldFixture.in(berlin))));
    assertThat(read("data: lake\n").get().gold())
        .isEqualTo(GoldProjections.in(GoldFixture.in(ZoneId.of("UTC"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{t: {by: [town], every: day}}|gold.tables.t.by 'town' is not a column; expected some of city",
        "{t: {by: [city, city], every: day}}|gold.tables.t.by names a column twice",
        "{t: {by: [], every: day}}|gold.tables.t.by '' is not a column",
        "{t: {by: [city], every: fortnight}}|gold.tables.t.every 'fortnight' is no stretch of time",
        "{t: {by: [city]}}|gold.tables.t has no 'every'",
        "{t: {every: day}}|gold.tables.t has no 'by'",
        "{t: {by: [city], every: day, measure: x}}|gold.tables.t.measure is nothing that a table has",
        "{t: {by: [city], every: day, measures: [most]}}|gold.tables.t.measures 'most' is not a further measure; expected some of largest",
        "{t: {by: [city], every: day, measures: [units]}}|gold.tables.t.measures 'units' is not a further measure",
        "{t: {by: [city], every: day, measures: []}}|gold.tables.t.measures '' is not a further measure",
        "{t: {by: [city], every: day, measures: [largest, largest]}}|gold.tables.t.measures names a further measure twice",
        "{t: {by: [city], measures: [largest]}}|gold.tables.t has no 'every'",
        "{t: day}|gold.tables.t is nothing that a table has",
        "{T-1: {by: [city], every: day}}|gold.tables.T-1: a table's name is of small letters",
        "{revenue_by_city_hour: {by: [city], every: day}}|the table revenue_by_city_hour is built in"
      })
  void what_is_wrong_with_a_table_is_said_with_its_line(String tables, String said)
      throws IOException {
    List<String> problems = read("gold.tables:\n  " + tables + "\n").getLeft();

    assertThat(problems)
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem).contains("orderlake.yaml line 2", said));
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws IOException {
    assertThat(
            read("gold.tables:\n  a: {by: x, every: y, measures: z}\n  b: {by: city}\n").getLeft())
        .hasSize(4);
  }
}
