package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.Severity;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakehouseConfigTest {
  @TempDir Path home;

  /** Every setting: another text than the default, and where the value must arrive. */
  private record Mapping(
      String text,
      Function<LakehouseConfig, Object> value,
      Object expected,
      Map<String, String> others) {
    Mapping(String text, Function<LakehouseConfig, Object> value, Object expected) {
      this(text, value, expected, HashMap.empty());
    }

    /** The same of a setting that says nothing without that other one. */
    Mapping beside(String key, String otherText) {
      return new Mapping(text, value, expected, others.put(key, otherText));
    }

    /** By their keys. */
    Map<String, String> settings(String key) {
      return others.put(key, text);
    }
  }

  private final Map<String, Mapping> mappings =
      HashMap.ofEntries(
          Tuple.of("data", new Mapping("lake", LakehouseConfig::data, Path.of("/irrelevant"))),
          Tuple.of(
              "lake",
              new Mapping(
                  "s3a://bucket/orders/",
                  LakehouseConfig::store,
                  Option.some("s3a://bucket/orders"))),
          Tuple.of(
              "work",
              new Mapping(
                  "fast", c -> c.workOfAll().map(Path::getFileName).getOrNull(), Path.of("fast"))),
          Tuple.of(
              "kafka.bootstrap", new Mapping("b:1,c:2", c -> c.kafka().bootstrap(), "b:1,c:2")),
          Tuple.of("kafka.topic", new Mapping("sales", c -> c.kafka().topic(), "sales")),
          Tuple.of("kafka.partitions", new Mapping("7", c -> c.kafka().partitions(), 7)),
          Tuple.of("kafka.port", new Mapping("9092", c -> c.kafka().port(), 9092)),
          Tuple.of(
              "ingest.shadow-group",
              new Mapping("bronze-place", c -> c.kafka().shadowGroup(), "bronze-place")),
          Tuple.of(
              "ingest.interval",
              new Mapping("250ms", LakehouseConfig::ingestInterval, Duration.ofMillis(250))),
          Tuple.of(
              "runner.max-records-per-range",
              new Mapping("10", LakehouseConfig::maxRecordsPerRange, 10)),
          Tuple.of(
              "maintain.retention",
              new Mapping("36h", c -> c.upkeep().retention(), Duration.ofHours(36))),
          Tuple.of("maintain.every-commits", new Mapping("9", c -> c.upkeep().everyCommits(), 9)),
          Tuple.of("metrics.port", new Mapping("1234", c -> c.metrics().port(), Option.some(1234))),
          Tuple.of("console.port", new Mapping("1235", c -> c.console().port(), Option.some(1235))),
          Tuple.of(
              "console.bind",
              new Mapping("0.0.0.0", c -> c.console().bind().getHostAddress(), "0.0.0.0")),
          Tuple.of(
              "console.show-values", new Mapping("false", c -> c.console().showsValues(), false)),
          Tuple.of(
              "serve.postgres.url",
              new Mapping(
                  "postgresql://db:5432/gold?sslmode=require",
                  c -> c.serve().postgres().map(Object::toString).getOrNull(),
                  "postgresql://db:5432/gold?sslmode=require")),
          Tuple.of(
              "serve.postgres.user",
              new Mapping(
                      "ada",
                      c -> c.serve().postgres().map(PostgresAddress::user).getOrNull(),
                      "ada")
                  .beside("serve.postgres.url", "postgresql://db/gold")),
          Tuple.of(
              "serve.postgres.password",
              new Mapping(
                      "pw",
                      c -> c.serve().postgres().map(PostgresAddress::password).getOrNull(),
                      "pw")
                  .beside("serve.postgres.url", "postgresql://db/gold")),
          Tuple.of("serve.postgres.port", new Mapping("1236", c -> c.serve().port(), 1236)),
          Tuple.of(
              "serve.history",
              new Mapping("90s", c -> c.serve().history(), Duration.ofSeconds(90))),
          Tuple.of("spark.master", new Mapping("local[1]", c -> c.spark().master(), "local[1]")),
          Tuple.of(
              "gold.reporting-zone",
              new Mapping(
                  "Europe/Berlin", LakehouseConfig::reportingZone, ZoneId.of("Europe/Berlin"))),
          Tuple.of("rules.currency", new Mapping("EUR", c -> c.rules().currency(), "EUR")),
          Tuple.of(
              "rules.currencies",
              new Mapping("EUR, GBP", c -> c.rules().currencies().all().mkString(" "), "EUR GBP")),
          Tuple.of("rules.max-quantity", new Mapping("10", c -> c.rules().maxQuantity(), 10L)),
          Tuple.of(
              "rules.max-unit-price",
              new Mapping("99.5", c -> c.rules().maxUnitPrice(), new BigDecimal("99.5"))),
          Tuple.of(
              "rules.future-tolerance",
              new Mapping("1h", c -> c.rules().futureTolerance(), Duration.ofHours(1))),
          Tuple.of(
              "rules.rates.file",
              new Mapping("rates.csv", c -> c.rules().rates().isDefined(), true)
                  .beside("rules.rates.to", "EUR")),
          Tuple.of(
              "rules.rates.to",
              new Mapping("CHF", c -> c.rules().rates().map(Rates::to).getOrNull(), "CHF")
                  .beside("rules.rates.file", "rates.csv")),
          Tuple.of(
              "rules.rates.carry",
              new Mapping("3d", c -> c.rules().rates().map(Rates::carryDays).getOrNull(), 3)
                  .beside("rules.rates.file", "rates.csv")
                  .beside("rules.rates.to", "EUR")),
          Tuple.of(
              "registry.url",
              new Mapping(
                  "https://registry:1/path",
                  c -> c.registry().url().getOrNull(),
                  URI.create("https://registry:1/path"))),
          Tuple.of("registry.user", new Mapping("ada", c -> c.registry().user(), "ada")),
          Tuple.of("registry.password", new Mapping("pw", c -> c.registry().password(), "pw")),
          Tuple.of(
              "registry.trust-store",
              new Mapping(
                  "trusted.pem",
                  c -> c.registry().trustStore().map(Path::getFileName).getOrNull(),
                  Path.of("trusted.pem"))),
          Tuple.of(
              "registry.trust-store-password",
              new Mapping("sp", c -> c.registry().trustStorePassword(), "sp")),
          Tuple.of(
              "lineage.transport",
              new Mapping("off", c -> c.lineage().to(), LakehouseConfig.LineageTo.NOBODY)),
          Tuple.of(
              "lineage.url",
              new Mapping(
                  "https://lineage:1",
                  c -> c.lineage().url().getOrNull(),
                  URI.create("https://lineage:1"))),
          Tuple.of("lineage.api-key", new Mapping("k", c -> c.lineage().apiKey(), "k")),
          Tuple.of(
              "alert.webhook",
              new Mapping(
                  "http://hooks/x",
                  c -> c.metrics().webhook(),
                  Option.some(URI.create("http://hooks/x")))),
          Tuple.of("lineage.namespace", new Mapping("shop", c -> c.lineage().namespace(), "shop")));

  @Test
  void every_setting_reaches_its_field_from_the_file_and_from_the_environment() throws IOException {
    Files.writeString(home.resolve("rates.csv"), "date,currency,rate\n2026-11-20,USD,0.9\n");
    assertThat(mappings.keySet())
        .containsExactlyInAnyOrderElementsOf(Settings.ALL.<String>map(Setting::key));
    for (Setting<?> setting : Settings.ALL) {
      Mapping mapping = mappings.get(setting.key()).get();
      Object expected = setting.key().equals("data") ? home.resolve("lake") : mapping.expected;
      Map<String, String> settings = mapping.settings(setting.key());
      LakehouseConfig fromFile =
          good(file(settings.map(said -> said._1 + ": \"" + said._2 + "\"\n").mkString()));
      LakehouseConfig fromEnvironment = good(environment(settings.mapKeys(Setting::environmentOf)));
      assertThat(mapping.value.apply(fromFile)).as(setting.key()).isEqualTo(expected);
      assertThat(mapping.value.apply(fromEnvironment)).as(setting.key()).isEqualTo(expected);
      assertThat(mapping.value.apply(good(nothing()))).as(setting.key()).isNotEqualTo(expected);
    }
  }

  @Test
  void every_setting_says_what_it_means_in_one_line() {
    assertThat(Settings.ALL)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.meaning()).endsWith(".").doesNotContain("\n"));
  }

  @Test
  void an_option_wins_over_the_environment_and_the_environment_over_the_file() {
    ConfigSources both =
        new ConfigSources(
            home,
            Option.none(),
            HashMap.of("ORDERLAKE_KAFKA_TOPIC", "from-environment"),
            HashMap.empty());
    ConfigSources all =
        new ConfigSources(
            home,
            Option.none(),
            both.environment(),
            HashMap.of("kafka.topic", new Entry("from-option", new Origin.Option("--topic"))));
    assertThat(good(file("kafka:\n  topic: from-file\n")).kafka().topic()).isEqualTo("from-file");
    assertThat(good(both).kafka().topic()).isEqualTo("from-environment");
    assertThat(good(all).kafka().topic()).isEqualTo("from-option");
  }

  @Test
  void every_problem_is_told_at_once_and_with_its_place() {
    ConfigSources sources =
        new ConfigSources(
            home,
            Option.some(
                write(
                    """
                    kafka:
                      topik: orders
                      partitions: many
                    ingest:
                      interval: soon
                    maintain:
                      retention: 59m
                    rules:
                      severity:
                        field_missing: WARN
                        no_such_rule: FAIL
                        price_too_fine: LOUD
                    """)),
            HashMap.of("ORDERLAKE_KAFKA_PORT", "70000", "ORDERLAKE_NONSENSE", "1"),
            HashMap.empty());
    List<String> problems = ConfigReader.read(sources).getLeft();
    assertThat(problems)
        .anySatisfy(p -> assertThat(p).contains("line 2", "kafka.topik", "kafka.topic"))
        .anySatisfy(p -> assertThat(p).contains("line 3", "'many'", "whole number"))
        .anySatisfy(p -> assertThat(p).contains("line 5", "'soon'", "500ms"))
        .anySatisfy(p -> assertThat(p).contains("line 7", "'59m'", "too short; expected 1h"))
        .anySatisfy(p -> assertThat(p).contains("line 10", "field_missing", "cannot be WARN"))
        .anySatisfy(p -> assertThat(p).contains("line 11", "no_such_rule"))
        .anySatisfy(p -> assertThat(p).contains("line 12", "'LOUD'", "QUARANTINE"))
        .anySatisfy(p -> assertThat(p).contains("variable ORDERLAKE_KAFKA_PORT", "'70000'"))
        .anySatisfy(p -> assertThat(p).contains("ORDERLAKE_NONSENSE", "not a setting"))
        .hasSize(9);
  }

  @Test
  void a_topic_has_a_name_that_kafka_takes() {
    assertThat(ConfigReader.read(file("kafka.topic: a b\n")).getLeft())
        .singleElement()
        .asString()
        .contains("line 1", "cannot be a topic's name");
    assertThat(ConfigReader.read(file("kafka.topic: [a, b]\n")).isLeft()).isTrue();
    assertThat(ConfigReader.read(file("kafka.topic: '..'\n")).isLeft()).isTrue();
  }

  @Test
  void a_directory_may_end_in_a_blank() {
    assertThat(good(file("data: 'a '\n")).data().getFileName()).hasToString("a ");
  }

  @Test
  void lineage_over_http_needs_an_address_and_its_key_is_shown_nowhere() {
    assertThat(ConfigReader.read(file("lineage.transport: http\n")).getLeft())
        .singleElement()
        .asString()
        .contains("line 1", "lineage.url");
    LakehouseConfig config =
        good(
            file(
                """
                lineage:
                  transport: http
                  url: http://127.0.0.1:5000
                  api-key: hunter2
                """));
    assertThat(config.lineage().apiKey()).isEqualTo("hunter2");
    assertThat(config.toString() + config.lineage()).doesNotContain("hunter2");
    assertThat(config.entries().map(e -> Secrets.shown(e._1, e._2.text())))
        .contains("http")
        .doesNotContain("hunter2");
  }

  @Test
  void the_address_that_troubles_are_told_to_is_a_secret_and_needs_somebody_who_tells() {
    LakehouseConfig config = good(file("alert.webhook: https://hooks/hunter2\n"));
    assertThat(config.metrics().webhook()).contains(URI.create("https://hooks/hunter2"));
    assertThat(config.toString() + config.metrics()).doesNotContain("hunter2");
    assertThat(config.entries().map(e -> Secrets.shown(e._1, e._2.text())))
        .contains("9817")
        .doesNotContain("https://hooks/hunter2");
    assertThat(ConfigReader.read(file("alert.webhook: hunter2\n")).getLeft())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).doesNotContain("hunter2"));
    ConfigSources silent = file("alert.webhook: https://hooks/hunter2\nmetrics.port: \"\"\n");
    assertThat(ConfigReader.read(silent).getLeft().mkString())
        .contains("alert.webhook needs metrics.port")
        .doesNotContain("hunter2");
  }

  @Test
  void the_password_of_postgresql_is_a_secret_also_where_it_was_written_into_the_address() {
    LakehouseConfig config =
        good(
            file(
                """
                serve.postgres:
                  url: jdbc:postgresql://db/gold
                  password: hunter2
                """));
    assertThat(config.serve().postgres().get().password()).isEqualTo("hunter2");
    assertThat(config.toString() + config.serve()).doesNotContain("hunter2");
    assertThat(config.entries().map(e -> Secrets.shown(e._1, e._2.text())))
        .contains("jdbc:postgresql://db/gold")
        .doesNotContain("hunter2");
    for (String url :
        java.util.List.of(
            "postgresql://ada:hunter2@db/gold", "postgresql://db/gold?password=hunter2")) {
      assertThat(ConfigReader.read(file("serve.postgres.url: " + url + "\n")).getLeft().mkString())
          .contains("serve.postgres.url", "serve.postgres.password", "addresses can be shown")
          .doesNotContain("hunter2");
    }
    for (String url : java.util.List.of("mysql://db/gold", "postgresql://", "db:5432")) {
      assertThat(ConfigReader.read(file("serve.postgres.url: " + url + "\n")).getLeft().mkString())
          .contains("serve.postgres.url", "postgresql://127.0.0.1:5432/orderlake");
    }
  }

  @Test
  void severities_reach_the_rules_from_file_and_environment() {
    LakehouseConfig fromFile = good(file("rules.severity.price_too_fine: fail\n"));
    LakehouseConfig fromEnvironment =
        good(environment(HashMap.of("ORDERLAKE_RULES_SEVERITY_PRICE_TOO_FINE", "FAIL")));
    assertThat(fromFile.rules().severities().get("price_too_fine")).contains(Severity.FAIL);
    assertThat(fromEnvironment.rules()).isEqualTo(fromFile.rules());
  }

  @Test
  void kafka_and_spark_settings_pass_through_and_their_secrets_are_masked() {
    LakehouseConfig config =
        good(
            file(
                """
                kafka.client:
                  security.protocol: SASL_SSL
                  sasl.jaas.config: hunter2
                  ssl.key.password: hunter2
                spark.conf:
                  spark.hadoop.fs.s3a.secret.key: hunter2
                """));
    assertThat(config.kafka().client().get("security.protocol")).contains("SASL_SSL");
    assertThat(config.kafka().client().get("sasl.jaas.config")).contains("hunter2");
    assertThat(config.spark().conf().get("spark.hadoop.fs.s3a.secret.key")).contains("hunter2");
    assertThat(config.toString() + config.kafka() + config.spark()).doesNotContain("hunter2");
    assertThat(config.entries().map(e -> Secrets.shown(e._1, e._2.text())))
        .contains("SASL_SSL")
        .doesNotContain("hunter2");
  }

  @Test
  void what_the_tables_stand_on_is_no_setting_of_spark() {
    assertThat(
            problem(
                file(
                    """
                    spark.conf:
                      spark.sql.session.timeZone: Europe/Zurich
                      spark.sql.parquet.compression.codec: snappy
                    """)))
        .contains("spark.conf.spark.sql.session.timeZone can only be UTC", "test.yaml line 2");
  }

  @Test
  void what_can_be_made_anew_lies_in_the_lake_or_in_a_directory_for_each_lake() {
    LakehouseConfig inside = good(nothing());
    assertThat(inside.logs()).isEqualTo(inside.data().resolve("logs"));
    assertThat(inside.sparkFiles()).isEqualTo(inside.data().resolve("checkpoints/spark"));

    LakehouseConfig one = good(file("work: fast\ndata: one/orders\n"));
    LakehouseConfig other = good(file("work: fast\ndata: two/orders\n"));
    assertThat(one.work()).hasParentRaw(home.resolve("fast")).isEqualTo(one.logs().getParent());
    assertThat(one.work().getFileName().toString()).matches("orders-[0-9a-f]{12}");
    assertThat(other.work()).hasParentRaw(home.resolve("fast")).isNotEqualTo(one.work());
    assertThat(one.withData(other.data()).work()).isEqualTo(other.work());
  }

  @Test
  void a_lake_lies_on_this_machine() {
    for (String elsewhere : List.of("s3a://bucket/lake", "gs:/bucket", "file:///lake")) {
      assertThat(problem(file("data: " + elsewhere + "\n")))
          .contains(elsewhere, "lies elsewhere", "./", "test.yaml line 1");
    }
    LakehouseConfig ofThisName = good(file("data: ./s3a:/bucket\n"));
    assertThat(ofThisName.data().toString()).endsWith("/s3a:/bucket");
  }

  @Test
  void a_variable_means_the_name_that_the_file_spells_with_capitals() {
    LakehouseConfig config =
        good(
            new ConfigSources(
                home,
                Option.some(write("spark.conf:\n  spark.driver.maxResultSize: 1g\n")),
                HashMap.of("ORDERLAKE_SPARK_CONF_SPARK_DRIVER_MAXRESULTSIZE", "2g"),
                HashMap.empty()));
    assertThat(config.spark().conf().toJavaMap())
        .isEqualTo(java.util.Map.of("spark.driver.maxResultSize", "2g"));
  }

  @Test
  void the_example_file_says_what_holds_without_it() {
    String example = ConfigReference.exampleFile();
    String uncommented =
        List.of(example.split("\n"))
            .filter(line -> line.matches("#[a-z].*"))
            .map(line -> line.substring(1))
            .filter(line -> line.contains(": "))
            .mkString("\n");
    LakehouseConfig config = good(file(uncommented));
    assertThat(config.entries().map(e -> e._1 + "=" + e._2.text()))
        .containsExactlyElementsOf(good(nothing()).entries().map(e -> e._1 + "=" + e._2.text()));
  }

  private ConfigSources nothing() {
    return environment(HashMap.empty());
  }

  private ConfigSources environment(Map<String, String> variables) {
    return new ConfigSources(home, Option.none(), variables, HashMap.empty());
  }

  private ConfigSources file(String yaml) {
    return new ConfigSources(home, Option.some(write(yaml)), HashMap.empty(), HashMap.empty());
  }

  private Path write(String yaml) {
    try {
      return Files.writeString(home.resolve("test.yaml"), yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String problem(ConfigSources sources) {
    List<String> problems = ConfigReader.read(sources).getLeft();
    assertThat(problems).hasSize(1);
    return problems.head();
  }

  private static LakehouseConfig good(ConfigSources sources) {
    Either<List<String>, LakehouseConfig> config = ConfigReader.read(sources);
    assertThat(config.isRight()).as(() -> config.toString()).isTrue();
    return config.get();
  }
}
