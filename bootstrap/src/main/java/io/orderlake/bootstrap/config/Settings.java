package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.SettingFamily;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.RuleSettings;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** Every setting there is; the example file, the README's table and the tests are made from it. */
public final class Settings {
  static final Setting<Path> DATA =
      new Setting<>(
          "data",
          "data",
          "The lake's directory. Relative paths start at the project's directory.",
          Parsers::path);

  static final Setting<Option<String>> LAKE =
      new Setting<>(
          "lake",
          "",
          "The root of a lake on an object store, s3a://bucket/orders or gs://bucket/orders. Empty:"
              + " the lake is the directory data. Where it is set, data is what this machine keeps"
              + " of it.",
          Parsers::optionalStore);

  static final Setting<Option<Path>> WORK =
      new Setting<>(
          "work",
          "",
          "Where what can be made anew lies, on a disk of this machine: Spark's files, the index of"
              + " event ids, scratch, logs; in a directory there for each lake. Empty: in data.",
          Parsers::optionalPath);

  static final Setting<String> KAFKA_BOOTSTRAP =
      new Setting<>(
          "kafka.bootstrap",
          "",
          "Brokers as host:port, commas between. Empty: the broker that `up` runs for this lake.",
          Parsers::optionalBrokers);

  static final Setting<String> KAFKA_TOPIC =
      new Setting<>(
          "kafka.topic",
          "orders",
          "The topic that order events are published to. Empty: none; all topics are those of sources.",
          Parsers::optionalTopic);

  static final Setting<Integer> KAFKA_PARTITIONS =
      new Setting<>(
          "kafka.partitions",
          "4",
          "Partitions of the topic where Orderlake creates it.",
          Parsers.wholeNumber(1, 10_000));

  static final Setting<Integer> KAFKA_PORT =
      new Setting<>(
          "kafka.port",
          "0",
          "Port of the broker that `up` runs, on the loopback address. 0: any free one.",
          Parsers.wholeNumber(0, 65_535));

  static final Setting<Duration> INGEST_INTERVAL =
      new Setting<>(
          "ingest.interval",
          "2s",
          "Least time between two commits to Bronze while ingesting continuously; 10s unless said"
              + " otherwise for a lake on an object store, where commits cost.",
          Parsers::duration);

  static final Setting<String> SHADOW_GROUP =
      new Setting<>(
          "ingest.shadow-group",
          "",
          "A consumer group of its own in which the ingest shows how far Bronze is, for tools that watch Kafka; nothing is read from it. Empty: none.",
          Parsers::optionalText);

  static final Setting<Integer> MAX_RECORDS =
      new Setting<>(
          "runner.max-records-per-range",
          "1000000",
          "A run works in ranges of about so many records; bounds the memory that it takes.",
          Parsers.wholeNumber(1, 1_000_000_000));

  static final Setting<Duration> RETENTION =
      new Setting<>(
          "maintain.retention",
          "7d",
          "How long lake versions that were replaced can be read; from 1h. Older files are removed.",
          Parsers.durationFrom(Duration.ofHours(1), "1h"));

  static final Setting<Integer> EVERY_COMMITS =
      new Setting<>(
          "maintain.every-commits",
          "250",
          "The watcher has small files joined after so many commits to Bronze. 0: never.",
          Parsers.wholeNumber(0, 1_000_000_000));

  static final Setting<String> SPARK_MASTER =
      new Setting<>(
          "spark.master",
          "",
          "Where Spark runs: its master URL. Empty: in this process, on every core.",
          Parsers::optionalText);

  static final Setting<ZoneId> REPORTING_ZONE =
      new Setting<>(
          "gold.reporting-zone",
          "UTC",
          "Of a new lake: the zone whose hours and days Gold speaks of. The lake keeps it.",
          Settings::zone);

  static final Setting<String> CURRENCY =
      new Setting<>(
          "rules.currency",
          RuleSettings.DEFAULTS.currency(),
          "Of a new lake: its own currency, ISO 4217, that of events that name none. The lake keeps it.",
          Parsers::text);

  static final Setting<List<String>> CURRENCIES =
      new Setting<>(
          "rules.currencies",
          "",
          "The currencies that events may be in beside the lake's own, ISO 4217, with commas between; where rules.currency is not set, the first one is a new lake's own. They are never added up.",
          Parsers::words);

  static final Setting<Integer> MAX_QUANTITY =
      new Setting<>(
          "rules.max-quantity",
          Long.toString(RuleSettings.DEFAULTS.maxQuantity()),
          "The largest quantity of one event.",
          Parsers.wholeNumber(1, Math.toIntExact(RuleSettings.QUANTITY_CAP)));

  static final Setting<BigDecimal> MAX_UNIT_PRICE =
      new Setting<>(
          "rules.max-unit-price",
          RuleSettings.DEFAULTS.maxUnitPrice().toPlainString(),
          "The highest unit price of one event.",
          text -> Amount.parseDecimal(text.strip()).mapLeft(s -> s + "; expected e.g. 1000000.00"));

  static final Setting<Duration> FUTURE_TOLERANCE =
      new Setting<>(
          "rules.future-tolerance",
          "5m",
          "How much later than its Kafka timestamp an event may claim to have happened.",
          Parsers::duration);

  static final Setting<Option<Path>> RATES_FILE =
      new Setting<>(
          "rules.rates.file",
          "",
          "A CSV file of date, currency and rate by which totals are converted to one currency, beside"
              + " what they are in (docs/refunds-and-currencies.md). Empty: none is.",
          Parsers::optionalPath);

  static final Setting<String> RATES_TO =
      new Setting<>(
          "rules.rates.to",
          "",
          "The currency that is converted to, ISO 4217. A rate says what one unit is worth in it.",
          Parsers::optionalText);

  static final Setting<Integer> RATES_CARRY =
      new Setting<>(
          "rules.rates.carry",
          "7d",
          "For how many days after its own a rate holds while there is no newer one.",
          Settings::days);

  static final Setting<Option<URI>> REGISTRY_URL =
      new Setting<>(
          "registry.url",
          "",
          "The schema registry of sources with `framing: registry`, e.g. http://127.0.0.1:8081; asked"
              + " once for each schema.",
          Parsers::optionalHttpUrl);

  static final Setting<String> REGISTRY_USER =
      new Setting<>(
          "registry.user",
          "",
          "The user that the registry is asked as, by basic authentication. Empty: nobody.",
          Parsers::optionalText);

  static final Setting<String> REGISTRY_PASSWORD =
      new Setting<>("registry.password", "", "That user's password.", Parsers::optionalText);

  static final Setting<Option<Path>> REGISTRY_TRUST_STORE =
      new Setting<>(
          "registry.trust-store",
          "",
          "Certificates that the registry may have: a file in PEM, PKCS #12 or JKS. Empty: those that"
              + " Java trusts.",
          Parsers::optionalPath);

  static final Setting<String> REGISTRY_TRUST_STORE_PASSWORD =
      new Setting<>(
          "registry.trust-store-password",
          "",
          "That file's password, if it has one.",
          Parsers::optionalText);

  static final Setting<LakehouseConfig.LineageTo> LINEAGE_TRANSPORT =
      new Setting<>(
          "lineage.transport",
          "file",
          "Where OpenLineage events go: file (`lineage/` in the lake's directory), http or off.",
          Settings::lineageTo);

  static final Setting<Option<URI>> LINEAGE_URL =
      new Setting<>(
          "lineage.url",
          "",
          "With http: the lineage server, e.g. http://127.0.0.1:5000.",
          Parsers::optionalHttpUrl);

  static final Setting<String> LINEAGE_API_KEY =
      new Setting<>(
          "lineage.api-key",
          "",
          "With http: sent to the lineage server as a bearer token. Empty: none.",
          Parsers::optionalText);

  static final Setting<String> LINEAGE_NAMESPACE =
      new Setting<>(
          "lineage.namespace",
          "orderlake",
          "The namespace of the jobs in OpenLineage events.",
          Parsers::text);

  static final Setting<Option<Integer>> METRICS_PORT =
      new Setting<>(
          "metrics.port",
          "9817",
          "Port on the loopback address at which `up` and `metrics` serve metrics. 0: any free one. Empty: `up` serves none.",
          Parsers.optionalWholeNumber(0, 65_535));

  static final Setting<Option<URI>> ALERT_WEBHOOK =
      new Setting<>(
          "alert.webhook",
          "",
          "Who is told of troubles by whoever serves metrics, as Alertmanager's webhooks are (docs/monitoring.md): an address, which is kept secret. Empty: nobody.",
          Parsers::optionalHttpUrl);

  static final Setting<Option<Integer>> CONSOLE_PORT =
      new Setting<>(
          "console.port",
          "9818",
          "Port at which `up` and `console` serve the console. 0: any free one. Empty: `up` serves none.",
          Parsers.optionalWholeNumber(0, 65_535));

  static final Setting<InetAddress> CONSOLE_BIND =
      new Setting<>(
          "console.bind",
          "127.0.0.1",
          "The address at which the console listens. Beyond the loopback address its token is needed for reading too.",
          Parsers::address);

  static final Setting<Boolean> CONSOLE_SHOW_VALUES =
      new Setting<>(
          "console.show-values",
          "true",
          "Whether the console shows the bytes of records, which may be customers' data.",
          Parsers::truth);

  static final Setting<String> SERVE_URL =
      new Setting<>(
          "serve.postgres.url",
          "",
          "A database of its own in PostgreSQL in which `serve` and `up` keep Gold for tools that ask databases (docs/bi.md), e.g. postgresql://127.0.0.1:5432/orderlake?sslmode=verify-full. Empty: none, but the one of `up --serve`.",
          Parsers::optionalText);

  static final Setting<String> SERVE_USER =
      new Setting<>(
          "serve.postgres.user",
          "orderlake",
          "The user that PostgreSQL is asked as.",
          Parsers::text);

  static final Setting<String> SERVE_PASSWORD =
      new Setting<>("serve.postgres.password", "", "That user's password.", Parsers::optionalText);

  static final Setting<Integer> SERVE_PORT =
      new Setting<>(
          "serve.postgres.port",
          "9819",
          "Port on the loopback address of the PostgreSQL that `up --serve` runs.",
          Parsers.wholeNumber(1, 65_535));

  static final Setting<Duration> SERVE_HISTORY =
      new Setting<>(
          "serve.history",
          "1h",
          "How long PostgreSQL can be read at a lake version after another one has taken its place. 0s: not at all.",
          Parsers::duration);

  /** In the order in which they are documented. */
  public static final List<Setting<?>> ALL =
      List.of(
          DATA,
          LAKE,
          WORK,
          KAFKA_BOOTSTRAP,
          KAFKA_TOPIC,
          KAFKA_PARTITIONS,
          KAFKA_PORT,
          INGEST_INTERVAL,
          SHADOW_GROUP,
          MAX_RECORDS,
          RETENTION,
          EVERY_COMMITS,
          SPARK_MASTER,
          REPORTING_ZONE,
          CURRENCY,
          CURRENCIES,
          MAX_QUANTITY,
          MAX_UNIT_PRICE,
          FUTURE_TOLERANCE,
          RATES_FILE,
          RATES_TO,
          RATES_CARRY,
          REGISTRY_URL,
          REGISTRY_USER,
          REGISTRY_PASSWORD,
          REGISTRY_TRUST_STORE,
          REGISTRY_TRUST_STORE_PASSWORD,
          LINEAGE_TRANSPORT,
          LINEAGE_URL,
          LINEAGE_API_KEY,
          LINEAGE_NAMESPACE,
          METRICS_PORT,
          ALERT_WEBHOOK,
          CONSOLE_PORT,
          CONSOLE_BIND,
          CONSOLE_SHOW_VALUES,
          SERVE_URL,
          SERVE_USER,
          SERVE_PASSWORD,
          SERVE_PORT,
          SERVE_HISTORY);

  static final SettingFamily KAFKA_CLIENT =
      new SettingFamily(
          "kafka.client.",
          '.',
          "security.protocol: SASL_SSL",
          "Handed to every Kafka client as it is: security settings, above all.");

  static final SettingFamily SPARK_CONF =
      new SettingFamily(
          "spark.conf.",
          '.',
          "spark.sql.shuffle.partitions: 8",
          "Handed to Spark as it is; wins over what Orderlake would choose. What the tables' contents"
              + " stand on, Spark's time zone say, cannot be changed.");

  static final SettingFamily SEVERITY =
      new SettingFamily(
          "rules.severity.",
          '_',
          "price_too_fine: FAIL",
          "By rule code: WARN lets a record pass and counts it, QUARANTINE sets it aside, FAIL stops"
              + " the run.");

  static final SettingFamily GOLD_TABLES =
      new SettingFamily(
          "gold.tables.",
          '.',
          "revenue_by_city_week: {by: [city], every: week}",
          "Gold tables beside those that are built in, by name: `by` one or more of "
              + GoldTablesReader.DIMENSIONS
              + ", `every` "
              + GoldTablesReader.GRAINS
              + "; `measures`, if any beside revenue, units and events, of "
              + GoldTablesReader.MEASURES
              + ".");

  static final SettingFamily SOURCES =
      new SettingFamily(
          "sources.",
          '.',
          "shop: {topics: [shop-orders], product: /sku, quantity: /qty, unit_price: /price, city: /city, event_time: /at}",
          "Topics whose records have a shape of their own, by source: which `topics`, their `format`"
              + " (docs/formats.md), the `lines` to take apart, where each field is found"
              + " (docs/bring-your-own-orders.md).");

  /** Prefixes under which further names may stand. */
  public static final List<SettingFamily> FAMILIES =
      List.of(SOURCES, GOLD_TABLES, SEVERITY, KAFKA_CLIENT, SPARK_CONF);

  private Settings() {}

  private static Either<String, LakehouseConfig.LineageTo> lineageTo(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "file" -> Either.right(LakehouseConfig.LineageTo.FILE);
      case "http" -> Either.right(LakehouseConfig.LineageTo.HTTP);
      case "off" -> Either.right(LakehouseConfig.LineageTo.NOBODY);
      default -> Either.left("is no way to tell lineage; expected file, http or off");
    };
  }

  private static Either<String, Integer> days(String text) {
    return Parsers.duration(text)
        .filterOrElse(
            time ->
                time.equals(Duration.ofDays(time.toDays())) && time.toDays() <= Rates.LONGEST_CARRY,
            time -> "is no number of whole days")
        .bimap(
            problem -> "is no number of days from 0d to " + Rates.LONGEST_CARRY + "d",
            time -> Math.toIntExact(time.toDays()));
  }

  private static Either<String, ZoneId> zone(String text) {
    try {
      return Either.right(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      return Either.left("is not a time zone; expected e.g. UTC or Europe/Berlin");
    }
  }
}
