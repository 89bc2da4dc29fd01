package io.orderlake.adapters.objectstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.storage.CloseableIterator;
import io.delta.storage.LogStore;
import io.delta.storage.S3SingleDriverLogStore;
import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.S3Server;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.adapters.objectstore.server.StoreServer;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectLogStoreTest {
  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir);

  @RegisterExtension
  static final SharedGcsServer GCS = new SharedGcsServer(() -> dir.resolve("gcs"));

  @Test
  void a_version_is_committed_once_and_read_as_it_was_committed() throws IOException {
    Log log = new Log(S3.server().settings(), "once");
    log.commit(0, "{\"ü\":1}", "{}");
    assertThatThrownBy(() -> log.commit(0, "other")).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(log.read(0)).containsExactly("{\"ü\":1}", "{}");
    assertThatThrownBy(() -> log.read(1)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void a_hint_is_replaced() throws IOException {
    Log log = new Log(S3.server().settings(), "hint");
    log.put("_last_checkpoint", "10");
    log.put("_last_checkpoint", "20");
    assertThat(log.read("_last_checkpoint")).containsExactly("20");
  }

  @Test
  void the_log_is_listed_from_a_version_on_by_one_request() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(S3.server().endpoint())) {
      Log log = new Log(S3Server.settings(proxy.endpoint()), "listed");
      for (int version = 0; version < 12; version++) {
        log.commit(version, "{}");
      }
      proxy.counted();
      assertThat(log.listFrom(9)).containsExactly(name(9), name(10), name(11));
      assertThat(proxy.counted()).isEqualTo(Map.of("GET", 1));
      assertThat(log.listFrom(12)).isEmpty();
    }
  }

  @Test
  void a_log_that_is_not_there_is_missing_and_not_empty() {
    assertThatThrownBy(() -> new Log(S3.server().settings(), "nothing").listFrom(0))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void of_two_processes_that_commit_each_version_at_once_none_loses_a_commit() throws Exception {
    assertThat(lostCommits(ObjectLogStore.class, S3.server(), "two-writers", 200)).isZero();
  }

  @Test
  void nor_does_one_on_googles_store() throws Exception {
    assertThat(lostCommits(ObjectLogStore.class, GCS.server(), "two-writers", 200)).isZero();
  }

  /** What this log store is for; the same race, so it could tell. */
  @Test
  void deltas_own_store_loses_commits_of_two_processes() throws Exception {
    assertThat(lostCommits(S3SingleDriverLogStore.class, S3.server(), "two-drivers", 20))
        .isPositive();
  }

  /** How many of the commits that two processes were told are in are not what is read. */
  private static int lostCommits(
      Class<? extends LogStore> store, StoreServer server, String table, int versions)
      throws Exception {
    Log log = new Log(server, server.settings(), table);
    int lost = 0;
    try (Writing one = new Writing(store, server, log.directory, "one");
        Writing other = new Writing(store, server, log.directory, "other")) {
      for (int version = 0; version < versions; version++) {
        String number = name(version).replace(".json", "");
        one.say(number);
        other.say(number);
        String ofOne = one.hear();
        String ofOther = other.hear();
        String there = log.read(version).get(0);
        assertThat(List.of(ofOne, ofOther)).contains("in");
        lost += ofOne.equals("in") && !there.equals("one") ? 1 : 0;
        lost += ofOther.equals("in") && !there.equals("other") ? 1 : 0;
      }
    }
    return lost;
  }

  private static String name(long version) {
    String digits = "00000000000000000000" + version;
    return digits.substring(digits.length() - 20) + ".json";
  }

  /** A table's log under the store. */
  private static final class Log {
    private final Configuration configuration = new Configuration();
    private final String directory;
    private final LogStore store;

    Log(Map<String, String> settings, String table) {
      this(S3.server(), settings, table);
    }

    Log(StoreServer server, Map<String, String> settings, String table) {
      settings.forEach(configuration::set);
      configuration.set("fs.s3a.impl.disable.cache", "true");
      this.directory = server.root(table) + "/_delta_log";
      this.store = new ObjectLogStore(configuration);
    }

    void commit(long version, String... actions) throws IOException {
      store.write(path(name(version)), List.of(actions).iterator(), false, configuration);
    }

    void put(String name, String... lines) throws IOException {
      store.write(path(name), List.of(lines).iterator(), true, configuration);
    }

    List<String> read(long version) throws IOException {
      return read(name(version));
    }

    List<String> read(String name) throws IOException {
      try (CloseableIterator<String> lines = store.read(path(name), configuration)) {
        List<String> read = new ArrayList<>();
        lines.forEachRemaining(read::add);
        return read;
      }
    }

    List<String> listFrom(long version) throws IOException {
      List<String> names = new ArrayList<>();
      store
          .listFrom(path(name(version)), configuration)
          .forEachRemaining(file -> names.add(file.getPath().getName()));
      return names;
    }

    private org.apache.hadoop.fs.Path path(String name) {
      return new org.apache.hadoop.fs.Path(directory, name);
    }
  }

  /** A {@link Committer}. */
  private static final class Writing implements AutoCloseable {
    private final Process process;
    private final Writer to;
    private final BufferedReader from;

    Writing(Class<? extends LogStore> store, StoreServer server, String directory, String name)
        throws IOException {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Committer.class.getName(),
                  store.getName(),
                  server.endpoint().toString(),
                  directory,
                  name)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      this.to = process.outputWriter(UTF_8);
      this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    void say(String line) throws IOException {
      to.write(line + "\n");
      to.flush();
    }

    String hear() throws IOException {
      String line = from.readLine();
      assertThat(line).as("what the process answers").isNotNull();
      return line;
    }

    @Override
    public void close() {
      try {
        to.close();
        process.waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
