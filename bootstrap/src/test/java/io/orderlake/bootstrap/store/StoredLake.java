package io.orderlake.bootstrap.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.compact.CompactTables;
import io.orderlake.application.correct.RebuildLake;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FindFiles;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;

/** A lake on a store, with the jobs that fill it, all in this process. */
final class StoredLake implements AutoCloseable {
  private static final String TOPIC = "orders";
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final Lakehouse lake;
  private final OrderGenerator orders = new OrderGenerator(GeneratorSettings.seeded(19));
  private long stored;
  private int runs;

  private StoredLake(Lakehouse lake) {
    this.lake = lake;
  }

  /**
   * Opens it.
   *
   * @param hadoop how the server, or what lies before it, is reached
   * @param folder what this machine keeps
   */
  static StoredLake open(java.util.Map<String, String> hadoop, String root, Path folder) {
    Map<String, Entry> settings =
        HashMap.ofAll(hadoop)
            .mapKeys(name -> "spark.conf.spark.hadoop." + name)
            .put("spark.master", "local[2]")
            .put("lake", root)
            .put("data", folder.toString())
            .mapValues(value -> new Entry(value, new Origin.Option("--test")));
    LakehouseConfig config =
        ConfigReader.read(new ConfigSources(folder, Option.none(), HashMap.empty(), settings))
            .getOrElseThrow(problems -> new AssertionError(problems.mkString("; ")));
    return new StoredLake(Lakehouse.open(config));
  }

  /** Puts so many more orders into Bronze, in one batch. */
  void store(int count) {
    List<BronzeRecord.Content> records =
        List.fill(count, () -> orders.next(NOW))
            .map(
                order ->
                    new BronzeRecord.Content(
                        order.key().getBytes(UTF_8), order.value(), java.util.List.of()));
    lake.get(SparkLake.class).store(TOPIC, stored, NOW, records);
    stored += count;
  }

  void silver() {
    run(new RefineOrders(lake.get(SilverWork.class), lake.get(PublishLake.class)));
  }

  void gold() {
    run(new PublishRevenue(lake.get(GoldWork.class), lake.get(PublishLake.class)));
  }

  void rebuild() {
    run(lake.get(RebuildLake.class));
  }

  void compact() {
    run(lake.get(CompactTables.class));
  }

  private void run(LakehouseJob job) {
    RunContext run = new RunContext(new RunId("run-" + runs++), 1, HashMap.empty());
    assertThat(job.run(run).swap().map(failure -> failure.message())).isEmpty();
  }

  LakeVersion latest() {
    return lake.get(LakeVersions.class).latest();
  }

  /** The files of its published tables, by those who read without Spark. */
  java.util.List<String> filesOfTables() {
    return lake.get(FindFiles.class)
        .at(AsOf.NEWEST)
        .getOrElseThrow(wrong -> new AssertionError(wrong))
        .tables()
        .flatMap(FindFiles.Found::files)
        .map(LakeFiles.StoredFile::address)
        .asJava();
  }

  AuditVerdict audit() {
    return lake.get(AuditLake.class).audit(AuditScope.EVERYTHING, AuditProgress.UNHEARD);
  }

  long stored() {
    return stored;
  }

  @Override
  public void close() throws Exception {
    lake.close();
  }
}
