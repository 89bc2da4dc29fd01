package io.orderlake.application.contract;

import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.lineage.OffsetRange;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.time.Instant;

/** Requests and results with every field told from its neighbours. */
public final class Runs {
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  private Runs() {}

  public static RunRequest request(String id) {
    return request(id, 0);
  }

  /** One that was asked for so many seconds after noon. */
  public static RunRequest request(String id, long seconds) {
    return new RunRequest(
        new RunId(id),
        JobName.SILVER.word(),
        "the contract",
        NOON.plusSeconds(seconds),
        TreeMap.of("max_records", "100", "note", "\"quoted\" ünïcode"));
  }

  public static RunReport report() {
    return new RunReport(
            new Conservation(10, 7, 2, 1),
            TreeMap.of("city_blank", 2L),
            TreeMap.of("time_without_zone", 3L),
            7,
            TreeMap.of("revenue_by_city_hour", 5L))
        .judgedBy(TreeMap.of("1-9f86d081", 10L));
  }

  public static RunResult succeeded(String id) {
    return result(id, new RunResult.Succeeded(outcome()));
  }

  /** One that is known to have read and written something. */
  public static RunResult succeeded(String id, RunLineage lineage) {
    return result(id, new RunResult.Succeeded(outcome().withLineage(Option.some(lineage))));
  }

  /** One after which Gold counts records that had waited. */
  public static RunResult succeeded(String id, GoldDelays delays) {
    return result(id, new RunResult.Succeeded(outcome().withGoldDelays(Option.some(delays))));
  }

  /** An audit that found this. */
  public static RunResult differing(String id, SortedMap<TableId, Long> differences) {
    return result(
        id,
        new RunResult.Failed(
            new RunFailure(RunFailure.Category.CORRUPTION, "they differ", differences)));
  }

  /** One whose lineage is not known. */
  public static RunOutcome outcome() {
    return new RunOutcome(
        report(), TreeMap.of(TableId.SILVER_ORDERS, new TableState(4, 9)), 12, Option.none());
  }

  /** A Silver run's, of a partition that Bronze knew and of one that it did not. */
  public static RunLineage lineage() {
    return new RunLineage(
        TreeMap.of(TableId.BRONZE_ORDERS, new Versions(9, 12)),
        TreeMap.of(
            new TopicPartition("orders", 0),
            new OffsetRange(Option.some(40L), 60),
            new TopicPartition("orders", 3),
            new OffsetRange(Option.none(), 5)),
        TreeMap.of(
            TableId.SILVER_ORDERS,
            new Versions(6, 7),
            TableId.QUARANTINE,
            new Versions(TableState.NOTHING_READ, 6)),
        TreeSet.of("1-9f86d081"));
  }

  public static RunResult failed(String id) {
    return failed(id, RunFailure.Category.INFRASTRUCTURE);
  }

  public static RunResult failed(String id, RunFailure.Category category) {
    return result(id, new RunResult.Failed(new RunFailure(category, "disk full\nfree some")));
  }

  public static RunResult rejected(String id) {
    return new RunResult(
        new RunId(id), "", 0, 3, NOON, NOON, new RunResult.Rejected("not JSON: line 1"));
  }

  private static RunResult result(String id, RunResult.Ending ending) {
    return new RunResult(
        new RunId(id), JobName.SILVER.word(), 2, 3, NOON, NOON.plusSeconds(5), ending);
  }
}
