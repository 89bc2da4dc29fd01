package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.adapters.registry.format.Written;
import io.orderlake.adapters.registry.rest.FaithfulRegistry;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import io.orderlake.bootstrap.docs.ShellText.Step;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

/**
 * The page on Avro and Protobuf, command by command on real Kafka and Spark: two compatible
 * versions of an Avro schema and one of Protobuf, a registry that is gone and comes back, a version
 * whose fields have moved, an id that nobody has. The registry is {@link FaithfulRegistry}.
 */
class RegisteredFormatsTest {
  private static final Path FOLDER = Path.of("target", "registered-formats").toAbsolutePath();
  private static final String PASSWORD = "s3cret-of-ada";
  private static final byte[] NOTHING = {};

  /** The second message of its file. */
  private static final byte[] SALE = {2, 2};

  private final CommandLineStage stage =
      new CommandLineStage(FOLDER)
          .with("ORDERLAKE_CONFIG", FOLDER.resolve("formats.yaml").toString())
          .with("ORDERLAKE_REGISTRY_PASSWORD", PASSWORD);
  private final StagedLake lake = new StagedLake(stage);
  private final StringBuilder said = new StringBuilder();
  private String page = "";
  private int played;

  @Test
  void the_recipe_comes_to_what_its_files_say() throws Exception {
    FileUtils.deleteDirectory(FOLDER.toFile());
    Files.createDirectories(FOLDER);
    page = Files.readString(CommandLineStage.HOME.resolve("docs/formats.md"));
    FaithfulRegistry registry = FaithfulRegistry.start().forUser("ada", PASSWORD);
    try {
      List<Step> first = steps("From nothing", registry);
      try (RoleProcess up = up()) {
        from_nothing(first, registry);
        registry.close();
        steps("The registry is gone", registry).forEach(this::answers);
        assertThat(byCity()).isEqualTo(sold("orders-v1.jsonl", "orders-v2.jsonl"));
        registry = a_version_that_does_not_fit(registry);
        assertThat(up.stop()).isZero();
      }
      List<Step> correcting = steps("A version that does not fit", registry);
      try (RoleProcess up = up()) {
        correcting.subList(2, correcting.size()).forEach(this::answers);
        assertThat(byCity())
            .isEqualTo(sold("orders-v1.jsonl", "orders-v2.jsonl", "orders-v3.jsonl"));
        assertThat(played).as("the page's commands").isEqualTo(ShellText.steps(page).size());
        an_id_that_nobody_has(registry);
        assertThat(up.stop()).isZero();
      }
      no_secret_is_shown();
      a_schema_that_is_damaged_is_named();
    } finally {
      registry.close();
    }
  }

  private void from_nothing(List<Step> steps, FaithfulRegistry registry) throws Exception {
    publish("shop-orders", avro(registry, "order-v1.avsc", "orders-v1.jsonl"));
    publish("shop-orders", avro(registry, "order-v2.avsc", "orders-v2.jsonl"));
    publish("web-sales", protobuf(registry));
    caughtUp(150);
    steps.forEach(this::answers);
    assertThat(byCity()).isEqualTo(sold("orders-v1.jsonl", "orders-v2.jsonl"));
    assertThat(kept()).containsExactly("1.json", "2.json", "3.json");
  }

  /** Published while the registry is gone: the run fails until it is back, and holds nobody. */
  private FaithfulRegistry a_version_that_does_not_fit(FaithfulRegistry gone) throws Exception {
    List<Step> steps = steps("A version that does not fit", gone);
    publish("shop-orders", avro(gone, "order-v3.avsc", "orders-v3.jsonl"));
    JsonNode failing = lake.await(status -> !status.get("failing").isEmpty());
    assertThat(failing.get("failing").toString()).contains("schema registry", "/schemas/ids/4");
    assertThat(StagedLake.total(failing, "quarantined")).isZero();

    FaithfulRegistry back = gone.restarted();
    caughtUp(170);
    steps.subList(0, 2).forEach(this::answers);
    assertThat(byCity()).isEqualTo(sold("orders-v1.jsonl", "orders-v2.jsonl"));
    return back;
  }

  private void an_id_that_nobody_has(FaithfulRegistry registry) throws Exception {
    Map<String, BigDecimal> before = byCity();
    String order = Files.readAllLines(FOLDER.resolve("orders-v1.jsonl")).get(0);
    Files.writeString(FOLDER.resolve("late.jsonl"), order.replace("A-1000", "A-9000"));
    byte[] late = avroRecords("order-v1.avsc", "late.jsonl").get(0);
    publish("shop-orders", List.of(Written.framed(5, NOTHING, late)));
    caughtUp(171);
    assertThat(outcome("explain", "record", "shop-orders/0/120").out())
        .contains(
            "undecodable: the value of the source shop names the schema 5, which the registry");
    proven();

    assertThat(registry.register("late", "AVRO", text("order-v1.avsc") + " ")).isEqualTo(5);
    assertThat(outcome("quarantine", "redrive", "--dry-run").out())
        .contains("1 of 1 quarantined record pass", "in   1 row, revenue +19.99");
    assertThat(kept()).doesNotContain("5-later.json");
    assertThat(byCity()).isEqualTo(before);
    proven();
    outcome("quarantine", "redrive");
    assertThat(kept()).contains("5.json", "5-later.json");
    assertThat(byCity())
        .isEqualTo(sold("orders-v1.jsonl", "orders-v2.jsonl", "orders-v3.jsonl", "late.jsonl"))
        .isNotEqualTo(before);
    proven();
  }

  private void a_schema_that_is_damaged_is_named() throws Exception {
    Path schema = FOLDER.resolve("lake/schemas/1.json");
    Files.writeString(schema, Files.readString(schema).replace("orderId", "orderNo"));
    Outcome audit = lake.run("audit");
    assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(74);
    assertThat(audit.out() + audit.err()).contains(schema.toString(), "is damaged");

    Files.delete(schema);
    Outcome missing = lake.run("audit");
    assertThat(missing.code()).as(missing.out() + missing.err()).isEqualTo(74);
    assertThat(missing.out() + missing.err()).contains(schema.toString(), "is missing");
  }

  private void no_secret_is_shown() throws Exception {
    said.append(outcome("config").out()).append(outcome("source", "list").out());
    assertThat(said).contains("registry.password").doesNotContain(PASSWORD);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), UTF_8).contains(PASSWORD))
            .as(file.toString())
            .isFalse();
      }
    }
  }

  private static List<String> kept() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER.resolve("lake/schemas"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What the shop's files, and the website's, say was sold in each city. */
  private static Map<String, BigDecimal> sold(String... orders) throws Exception {
    Map<String, BigDecimal> sold = new TreeMap<>();
    for (String file : orders) {
      for (JsonNode order : json(file)) {
        String city = order.at("/customer/city").asText() + order.at("/shipTo/town").asText();
        for (JsonNode line : order.get("lines")) {
          byte[] cents = line.get("price").asText().getBytes(ISO_8859_1);
          BigDecimal price = BigDecimal.valueOf((cents[0] & 0xFF) * 256L + (cents[1] & 0xFF), 2);
          add(sold, city, price, line, "qty");
        }
      }
    }
    for (JsonNode sale : json("sales.jsonl")) {
      BigDecimal price = BigDecimal.valueOf(sale.get("cents").asLong(), 2);
      add(sold, sale.at("/place/town").asText(), price, sale, "pieces");
    }
    sold.replaceAll((city, revenue) -> revenue.stripTrailingZeros());
    return sold;
  }

  private static void add(
      Map<String, BigDecimal> sold, String city, BigDecimal price, JsonNode line, String pieces) {
    BigDecimal total = price.multiply(BigDecimal.valueOf(line.get(pieces).asLong()));
    sold.merge(city, total, BigDecimal::add);
  }

  private Map<String, BigDecimal> byCity() throws Exception {
    Map<String, BigDecimal> byCity = new TreeMap<>();
    for (JsonNode table : lake.gold().get("tables")) {
      if (table.get("table").asText().equals("revenue_by_city_hour")) {
        for (JsonNode cell : table.get("cells")) {
          byCity.merge(
              cell.get("city").asText(),
              new BigDecimal(cell.get("revenue").asText()),
              BigDecimal::add);
        }
      }
    }
    assertThat(byCity).hasSize(6);
    byCity.replaceAll((city, revenue) -> revenue.stripTrailingZeros());
    return byCity;
  }

  private static List<JsonNode> json(String file) throws Exception {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      records.add(new ObjectMapper().readTree(line));
    }
    assertThat(records).isNotEmpty();
    return records;
  }

  private static String text(String file) throws Exception {
    return Files.readString(FOLDER.resolve(file));
  }

  private static List<byte[]> avro(FaithfulRegistry registry, String schema, String records)
      throws Exception {
    int id = registry.register("shop-orders-value", "AVRO", text(schema));
    return avroRecords(schema, records).stream()
        .map(record -> Written.framed(id, NOTHING, record))
        .toList();
  }

  /** As Avro's console producer takes them. */
  private static List<byte[]> avroRecords(String schema, String records) throws Exception {
    Schema avro = new Schema.Parser().parse(text(schema));
    List<byte[]> written = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(records))) {
      Object order =
          new GenericDatumReader<>(avro).read(null, DecoderFactory.get().jsonDecoder(avro, line));
      written.add(Written.avro(avro, order));
    }
    return written;
  }

  private static List<byte[]> protobuf(FaithfulRegistry registry) throws Exception {
    int id = registry.register("web-sales-value", "PROTOBUF", text("sale.proto"));
    List<byte[]> written = new ArrayList<>();
    for (JsonNode sale : json("sales.jsonl")) {
      written.add(Written.framed(id, SALE, Written.sale(sale)));
    }
    return written;
  }

  private static RoleProcess up() throws Exception {
    RoleProcess up =
        RoleProcess.start(
            FOLDER,
            Map.of("ORDERLAKE_CONFIG", "formats.yaml", "ORDERLAKE_REGISTRY_PASSWORD", PASSWORD),
            "up",
            "--data",
            "lake",
            "--rate",
            "0");
    up.awaitLine("ready: ");
    return up;
  }

  /** Writes a section's files and runs its lines for the shell. */
  private List<Step> steps(String heading, FaithfulRegistry registry) throws Exception {
    String section = ShellText.section(page, heading);
    new PageFolder(FOLDER)
        .prepare(section, file -> file.replace("http://127.0.0.1:8081", registry.url().toString()));
    return List.copyOf(ShellText.steps(section).values());
  }

  private void answers(Step step) {
    Outcome outcome = outcome(step.words().toArray(String[]::new));
    String answer = outcome.out() + outcome.err();
    assertThat(step.missedIn(answer)).as("of %s in%n%s", step.words(), answer).isEmpty();
    played++;
  }

  private Outcome outcome(String... words) {
    Outcome outcome = lake.run(words);
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
    said.append(outcome.out()).append(outcome.err());
    return outcome;
  }

  private static void publish(String topic, List<byte[]> records) throws Exception {
    new PageFolder(FOLDER).publish(topic, records);
  }

  private void caughtUp(long records) throws Exception {
    lake.await(
        status ->
            StagedLake.total(status, "read") == records
                && StagedLake.isCaughtUp(status)
                && status.get("failing").isEmpty());
  }

  private void proven() throws Exception {
    Outcome audit = outcome("audit", "--json");
    assertThat(audit.json().get("intact").asBoolean()).isTrue();
  }
}
