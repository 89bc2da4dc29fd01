package io.orderlake.adapters.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.application.fixture.FreePorts;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalClusterTest {
  private static final String USER = System.getProperty("user.name");

  private Path place = Path.of("nowhere");
  private final int port = FreePorts.one();

  /** JUnit's own directories let nobody else through. */
  @BeforeEach
  void make() throws IOException {
    place = Files.createTempDirectory("orderlake-cluster-");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void clear() {
    Command.run(List.of("rm", "-rf", place.toString()));
  }

  private LocalCluster start() {
    return LocalCluster.start(place.resolve("serve"), port, System.getenv(), USER);
  }

  private static String ask(PostgresAddress address, String sql) throws SQLException {
    try (Connection connection = address.open();
        var result = connection.createStatement().executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  @Test
  void it_is_made_once_and_has_what_it_had_when_it_is_started_again() throws SQLException {
    String password;
    try (LocalCluster first = start()) {
      password = first.password();
      try (Connection connection = first.address().open()) {
        connection.createStatement().execute("create table t as select 7 as n");
      }
    }
    try (LocalCluster second = start()) {
      assertThat(second.password()).isEqualTo(password);
      assertThat(ask(second.address(), "select n from t")).isEqualTo("7");
    }
  }

  @Test
  void it_listens_on_this_machine_alone_and_asks_for_a_password() throws SQLException {
    try (LocalCluster cluster = start()) {
      assertThat(ask(cluster.address(), "show listen_addresses")).isEqualTo("127.0.0.1");
      PostgresAddress guessed =
          PostgresAddress.of(cluster.address().toString(), LocalCluster.USER, "guessed").get();
      assertThatThrownBy(() -> ask(guessed, "select 1"))
          .hasMessageContaining("password authentication failed");
      assertThat(cluster.address().toString()).doesNotContain(cluster.password());
      assertThat(LocalCluster.known(place.resolve("serve"), port).get().password())
          .isEqualTo(cluster.password());
    }
  }

  @Test
  void it_ends_when_it_is_closed_whoever_is_connected() throws SQLException {
    long pid;
    try (LocalCluster cluster = start();
        Connection connection = cluster.address().open()) {
      pid = cluster.pid();
      assertThat(connection.isValid(5)).isTrue();
      assertThat(ProcessHandle.of(pid)).isPresent();
      cluster.close();
      assertThat(cluster.isRunning()).isFalse();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void one_that_outlived_who_started_it_is_ended_first() throws SQLException, IOException {
    try (LocalCluster first = start()) {
      Path orphaned = place.resolve("serve");
      long before = first.pid();
      try (LocalCluster second =
          LocalCluster.start(orphaned, FreePorts.one(), System.getenv(), USER)) {
        assertThat(second.pid()).isNotEqualTo(before);
        assertThat(ask(second.address(), "select 1")).isEqualTo("1");
      }
      assertThat(first.isRunning()).isFalse();
    }
  }

  @Test
  void a_directory_that_is_no_cluster_is_left_alone() throws IOException {
    Path other = Files.createDirectories(place.resolve("serve/cluster"));
    Files.writeString(other.resolve("mine.txt"), "x");

    assertThatExceptionOfType(ClusterFailure.class)
        .isThrownBy(this::start)
        .withMessageContaining("is no PostgreSQL cluster");
    assertThat(other.resolve("mine.txt")).exists();
  }

  @Test
  void a_port_that_is_taken_is_named_by_the_server_s_own_log() {
    try (LocalCluster other =
        LocalCluster.start(place.resolve("other"), port, System.getenv(), USER)) {
      assertThat(other.isRunning()).isTrue();
      assertThatExceptionOfType(ClusterFailure.class)
          .isThrownBy(this::start)
          .withMessageContaining("postgres.log");
    }
  }

  @Test
  void where_the_programs_are_missing_that_is_said() {
    assertThatExceptionOfType(ClusterFailure.class)
        .isThrownBy(() -> Programs.find("", Option.some(3)))
        .withMessageContaining("PostgreSQL 3 is needed")
        .withMessageContaining("postgresql-3");
    assertThat(Programs.find("/nowhere", Option.none())).isNotNull();
  }
}
