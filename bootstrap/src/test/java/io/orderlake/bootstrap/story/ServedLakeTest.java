package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.application.fixture.FreePorts;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page on BI tools from nothing, and a PostgreSQL that somebody meddles with or that is down;
 * real Kafka, Spark, PostgreSQL and psql.
 */
class ServedLakeTest {
  private static final Pattern SHOWN = Pattern.compile("\\$ (.*)");
  private static final String USUAL_PORT = "9819";

  private Path folder = Path.of("nowhere");
  private final int port = FreePorts.one();

  /** PostgreSQL may run as another user, whom JUnit's own directories would not let through. */
  @BeforeEach
  void make() throws IOException {
    folder = Files.createTempDirectory("orderlake-served-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void clear() throws Exception {
    assertThat(new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor()).isZero();
  }

  private StagedLake lake() {
    return new StagedLake(
        new CommandLineStage(folder).with("ORDERLAKE_CONFIG", folder.resolve("bi.yaml").toString()),
        "data");
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder, "up", "--data", "data", "--rate", "0", "--serve", "--config", "bi.yaml");
  }

  private String page() throws IOException {
    return ShellText.section(
            Files.readString(CommandLineStage.HOME.resolve("docs/bi.md")), "From nothing")
        .replace(USUAL_PORT, Integer.toString(port));
  }

  @Test
  void the_page_on_bi_tools_begins_with_nothing_and_ends_with_a_proof() throws Exception {
    String page = page();
    for (Map.Entry<String, String> file : ShellText.files(page).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    try (RoleProcess up = up()) {
      assertThat(up.awaitLine("ready: "))
          .contains("postgresql://127.0.0.1:" + port + "/orderlake as user orderlake");
      int played = 0;
      // As the page has them; an ingest may take events apart, and runs be more than two.
      List<String> versions = new ArrayList<>(List.of("FIRST", "SECOND"));
      List<Shown> left =
          steps(page).stream().map(step -> step.with("2", "FIRST").with("4", "SECOND")).toList();
      while (!left.isEmpty()) {
        if (left.get(0).command().startsWith("./orderlake status")) {
          String served = Long.toString(awaitServed(versions.size() == 2 ? 3 : 4));
          String shown = versions.remove(0);
          left = left.stream().map(later -> later.with(shown, served)).toList();
        }
        Shown step = left.get(0);
        left = left.subList(1, left.size());
        Outcome outcome = step.command().startsWith("./orderlake ") ? role(step) : shell(step);
        assertThat(missed(step, outcome.out() + outcome.err()))
            .as("of %s in%n%s%s", step.command(), outcome.out(), outcome.err())
            .isEmpty();
        played++;
      }
      assertThat(played).isGreaterThan(8);
      assertThat(up.stop()).isZero();
    }
  }

  @Test
  void what_somebody_changes_in_postgresql_is_found_and_one_that_was_killed_is_back()
      throws Exception {
    String page = page();
    for (Map.Entry<String, String> file : ShellText.files(page).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      lake().succeed("produce", "--from", "orders.jsonl");
      awaitServed(3);
      assertThat(lake().run("audit", "--serve").code()).isZero();

      change("update orderlake.cells_1 set revenue = revenue + 0.0001 where city = 'Bergen'");
      finds("changed", "Bergen");
      change("update orderlake.cells_1 set revenue = revenue - 0.0001 where city = 'Bergen'");
      change("delete from orderlake.cells_1 where city = 'Bergen'");
      finds("missing", "Bergen");
      change(
          "insert into orderlake.cells_1 select gen_random_uuid(), since_version, until_version,"
              + " 'Bergen', currency, hour, date, revenue, units, events from orderlake.cells_1"
              + " where city = 'Oslo' limit 1");
      Outcome two = lake().run("audit", "--serve");
      assertThat(two.code()).isEqualTo(74);
      assertThat(two.out()).contains("2 differ", "too many");

      ProcessHandle server = up.child("postgres -D");
      assertThat(server.destroyForcibly()).isTrue();
      server.onExit().get();
      lake().succeed("produce", "--from", "more.jsonl");
      awaitServed(4);
      up.kill();
    }
    // The PostgreSQL of a killed `up` ends with it, and the next one goes on where it was.
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      assertThat(awaitServed(4)).isPositive();
      assertThat(up.stop()).isZero();
    }
    Outcome down = lake().run("status");
    assertThat(down.code()).isZero();
    assertThat(down.out()).contains("served    nobody knows: ");
  }

  private void finds(String kind, String city) throws Exception {
    Outcome found = lake().run("audit", "--serve", "--json");
    assertThat(found.code()).isEqualTo(74);
    assertThat(found.json().get("differences").asLong()).isEqualTo(1);
    assertThat(found.json().get("smallest").get("kind").asText()).isEqualTo(kind);
    assertThat(found.json().get("smallest").get("city").asText()).isEqualTo(city);
  }

  private void change(String sql) throws Exception {
    String password = Files.readString(folder.resolve("data/serve/password"));
    PostgresAddress address =
        PostgresAddress.of("postgresql://127.0.0.1:" + port + "/orderlake", "orderlake", password)
            .get();
    try (Connection connection = address.open()) {
      assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
    }
  }

  /** Until the newest version is served, and accounts for so many records; its number. */
  private long awaitServed(long records) throws Exception {
    return lake()
        .await(
            status ->
                StagedLake.total(status, "read") == records
                    && StagedLake.isCaughtUp(status)
                    && status.get("served").get("lake_version").asLong()
                        == status.get("lake").get("version").asLong())
        .get("served")
        .get("lake_version")
        .asLong();
  }

  /** A command as the page shows it, and what it answers. */
  private record Shown(String command, List<String> answer) {
    /** The same with another number in the place of one that stands by itself. */
    Shown with(String number, String other) {
      Pattern alone = Pattern.compile("(?<=[ =])" + number + "(?=$|[ ,'])");
      return new Shown(
          alone.matcher(command).replaceAll(other),
          answer.stream().map(line -> alone.matcher(line).replaceAll(other)).toList());
    }
  }

  private static List<Shown> steps(String page) {
    List<Shown> steps = new ArrayList<>();
    for (String line : page.lines().toList()) {
      Matcher command = SHOWN.matcher(line);
      if (command.matches()) {
        steps.add(new Shown(command.group(1), new ArrayList<>()));
      } else if (!steps.isEmpty() && !line.isBlank() && !line.startsWith("```")) {
        steps.get(steps.size() - 1).answer().add(line);
      }
    }
    return steps;
  }

  private Outcome role(Shown step) {
    return lake()
        .run(
            ShellText.words(step.command().substring("./orderlake ".length()))
                .toArray(String[]::new));
  }

  /** With what the page has exported by then. */
  private Outcome shell(Shown step) throws Exception {
    String exports =
        steps(page()).stream()
            .map(Shown::command)
            .filter(command -> command.startsWith("export "))
            .findFirst()
            .orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", exports + "\n" + step.command()).directory(folder.toFile());
    builder.environment().put("TZ", "UTC");
    builder.environment().put("PGTZ", "UTC");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), said, "");
  }

  private static List<String> missed(Shown step, String said) {
    return new ShellText.Step(List.of(), "", step.answer())
        .missedIn(said.lines().map(String::stripTrailing).reduce("", (a, b) -> a + "\n" + b));
  }
}
