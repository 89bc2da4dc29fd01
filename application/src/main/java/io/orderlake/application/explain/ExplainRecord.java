package io.orderlake.application.explain;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.Gathered;
import io.orderlake.application.lake.Interruptible;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.function.Predicate;

/**
 * Explains records of Bronze: what became of each as of one published lake version, and what the
 * rules in force say about it. Records that no lake version has read yet are found too.
 *
 * <p>Every method gives the explanation, or the sentence that says what is wrong with the question,
 * and throws {@link io.orderlake.domain.lake.LakeFailure} when a table cannot be read.
 */
public final class ExplainRecord {
  private final ExplainPorts ports;
  private final RecordRefiner refiner;

  /**
   * @param refiner with the rules in force
   */
  public ExplainRecord(ExplainPorts ports, RecordRefiner refiner) {
    this.ports = ports;
    this.refiner = refiner;
  }

  /**
   * Every record of Bronze, or line of one, that has that event id, up to the newest one.
   *
   * @throws java.util.concurrent.CancellationException when the thread is interrupted meanwhile
   */
  public Either<String, ExplainedRecords> event(String eventId, AsOf asOf) {
    return asOf.in(ports.versions())
        .flatMap(lake -> bronze().flatMap(bronze -> event(lake, bronze, eventId)));
  }

  private Either<String, ExplainedRecords> event(
      LakeVersion lake, BronzeState bronze, String eventId) {
    Runnable check = Interruptible.check();
    Vector<BronzeRecord> records =
        Gathered.rows(
            ports
                .lookup()
                .records(
                    bronze.table().version(),
                    (topic, value) -> {
                      check.run();
                      return hasId(topic, value, eventId);
                    }));
    return records.isEmpty()
        ? Either.left(
            "no record of Bronze has the event id '"
                + eventId
                + "'; a record whose value cannot be read has none, see `orderlake quarantine list`")
        : Either.right(explained(lake, records, line -> isOf(eventId, line)));
  }

  private boolean hasId(String topic, byte[] value, String eventId) {
    boolean[] found = {false};
    refiner.eventIds(topic, value, id -> found[0] |= eventId.equals(id));
    return found[0];
  }

  /** Whether it is that event, by what is stored of it or by the rules in force. */
  private static boolean isOf(String eventId, ExplainedRecord line) {
    String stored =
        line.fate() instanceof Fate.Refined refined
            ? refined.row().eventId()
            : line.fate() instanceof Fate.Duplicate duplicate ? duplicate.first().eventId() : null;
    return line.line() == BronzeOrder.WHOLE_RECORD
        || eventId.equals(stored)
        || eventId.equals(line.today().verdict().eventId());
  }

  /** The record, or the line, at that address; of a record that is taken apart all lines. */
  public Either<String, ExplainedRecords> record(LinePosition position, AsOf asOf) {
    return asOf.in(ports.versions())
        .flatMap(lake -> bronze().flatMap(bronze -> record(lake, bronze, position)));
  }

  private Either<String, ExplainedRecords> record(
      LakeVersion lake, BronzeState bronze, LinePosition position) {
    return record(lake, bronze, position.source())
        .flatMap(
            found -> {
              Seq<ExplainedRecord> lines =
                  position.line() == BronzeOrder.WHOLE_RECORD
                      ? found.records()
                      : found.records().filter(line -> line.line() == position.line());
              return lines.isEmpty()
                  ? Either.left(
                      "the record "
                          + position.source()
                          + " has no line "
                          + position.line()
                          + "; `orderlake explain record "
                          + found.records().head().position().source()
                          + "` shows all that it has")
                  : Either.right(new ExplainedRecords(lake, lines));
            });
  }

  private Either<String, ExplainedRecords> record(
      LakeVersion lake, BronzeState bronze, SourcePosition source) {
    Vector<BronzeRecord> records =
        Gathered.rows(ports.lookup().records(bronze.table().version(), HashSet.of(source)));
    return records.isEmpty()
        ? Either.left(
            "Bronze holds no record "
                + source
                + why(source, bronze)
                + "; it has read "
                + bronze
                    .nextOffsets()
                    .map(next -> next._1 + " up to offset " + (next._2 - 1))
                    .mkString(", "))
        : Either.right(explained(lake, records, line -> true));
  }

  private static String why(SourcePosition source, BronzeState bronze) {
    TopicPartition partition = new TopicPartition(source.topic(), source.partition());
    if (bronze
        .acceptedGaps()
        .exists(
            gap ->
                gap.partition().equals(partition)
                    && gap.from() <= source.offset()
                    && source.offset() < gap.until())) {
      return ": Kafka had lost it before Bronze had it, which was accepted";
    }
    return bronze.nextOffsets().get(partition).exists(next -> source.offset() < next)
        ? ", though it has read past it: Kafka keeps no record for readers there, but the end of a"
            + " transaction, a record of one that was aborted, or what compaction has removed;"
            + " `orderlake audit` proves that none was lost"
        : "";
  }

  private ExplainedRecords explained(
      LakeVersion lake, Vector<BronzeRecord> records, Predicate<ExplainedRecord> wanted) {
    return new ExplainedRecords(lake, new RecordFates(ports, refiner, lake).of(records, wanted));
  }

  private Either<String, BronzeState> bronze() {
    return ports
        .bronze()
        .state()
        .toEither("Bronze holds nothing yet; `orderlake ingest` or `orderlake up` fill it");
  }
}
