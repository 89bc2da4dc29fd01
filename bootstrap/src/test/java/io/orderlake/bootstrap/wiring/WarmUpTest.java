package io.orderlake.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
  @TempDir Path folder;
  private Path data;
  private Lakehouse lake;

  @BeforeEach
  void a_lake_with_its_tables() {
    data = folder.resolve("lake");
    LakehouseConfig config =
        ConfigReader.read(
                new ConfigSources(
                    folder,
                    Option.none(),
                    HashMap.empty(),
                    HashMap.of("data", new Entry(data.toString(), new Origin.Option("--data")))))
            .getOrElseThrow(problems -> new AssertionError(problems.mkString("; ")));
    lake = Lakehouse.open(config);
    Runners opened = lake.get(Runners.class);
    assertThat(opened).isNotNull();
  }

  @AfterEach
  void closed() throws Exception {
    lake.close();
  }

  @Test
  void it_runs_silver_and_gold_and_leaves_nothing_behind() throws Exception {
    Set<Path> before = files();
    assertThat(lake.get(WarmUp.class).run()).isPositive();
    assertThat(files()).isEqualTo(before);
    assertThat(lake.get(LakeVersions.class).latest().number()).isZero();
    assertThat(lake.get(RunJournal.class).recent(1)).isEmpty();
  }

  @Test
  void it_does_not_begin_while_a_request_waits() throws Exception {
    lake.get(RunRequests.class)
        .submit(
            new RunRequest(
                new RunId("first"), "silver", "somebody", Instant.EPOCH, TreeMap.empty()));
    Set<Path> before = files();
    assertThat(lake.get(WarmUp.class).run()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void it_does_not_go_on_once_it_is_stopped() {
    WarmUp warmUp = lake.get(WarmUp.class);
    warmUp.stop();
    assertThat(warmUp.run()).isZero();
  }

  @Test
  void its_failure_is_nobodys() throws Exception {
    Path spark = data.resolve("checkpoints/spark");
    Files.move(spark, data.resolve("checkpoints/moved"));
    Files.writeString(spark, "no directory");
    assertThat(lake.get(WarmUp.class).run()).isZero();
  }

  @Test
  void what_a_killed_process_left_is_removed_once_it_is_old() throws IOException {
    Path parent = data.resolve("checkpoints/spark");
    ScratchFolder left = ScratchFolder.create(parent);
    Files.writeString(left.path().resolve("file"), "left");
    Instant now = Files.getLastModifiedTime(left.path()).toInstant();
    ScratchFolder.removeAbandoned(parent, now);
    assertThat(left.path()).exists();
    ScratchFolder.removeAbandoned(parent, now.plus(Duration.ofSeconds(1)));
    assertThat(left.path()).doesNotExist();
  }

  /** All but the blocks that Spark keeps while it runs. */
  private Set<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(path -> !path.toString().contains("blockmgr-")).collect(Collectors.toSet());
    }
  }
}
