package io.orderlake.application.quarantine;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.Interruptible;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Shows the quarantine as of one published lake version to somebody who looks around in it: what
 * was read of a version is kept, records are fetched by their place. Safe for use by several
 * threads; one reads at a time.
 */
public final class BrowseQuarantine {
  /** How many records of a reason, the newest, can be turned to. */
  public static final int REACH = 1_000;

  private final LakeVersions versions;
  private final QuarantineView view;
  private final LakeLookup lookup;
  private Option<Read> last = Option.none();

  public BrowseQuarantine(LakeVersions versions, QuarantineView view, LakeLookup lookup) {
    this.versions = versions;
    this.view = view;
    this.lookup = lookup;
  }

  private record Read(long tableVersion, Instant until, QuarantineTally tally) {
    boolean isOf(long version, Instant at) {
      return tableVersion == version && until.equals(at);
    }
  }

  /**
   * Steps of time.
   *
   * @param hours how many hours each takes, from 1
   * @param count how many there are; with their hours no more than 31 days
   */
  public record Steps(int hours, int count) {
    public Steps {
      if (hours < 1 || count < 1 || hours * count > QuarantineTally.HOURS) {
        throw new IllegalArgumentException(
            "no more than " + QuarantineTally.HOURS + " hours: " + count + " times " + hours);
      }
    }
  }

  /**
   * A page of records.
   *
   * @param reason only records with that reason code
   * @param skip how many of the newest to leave out
   * @param limit how many to show at most; together with {@code skip} no more than {@link #REACH}
   * @param asOf as of which lake version
   */
  public record Query(Option<String> reason, int skip, int limit, AsOf asOf) {}

  /**
   * What there is by reason, over the time before the version was published.
   *
   * @return the trend, of nothing while the table is not published; or the sentence that says what
   *     is wrong with the query
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read
   */
  public Either<String, QuarantineTrend> trend(AsOf asOf, Steps steps) {
    return asOf.in(versions).map(lake -> tally(lake).trend(lake, steps));
  }

  /**
   * The records of a page, as {@link ShowQuarantine} shows them.
   *
   * @return the page; or the sentence that says what is wrong with the query
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read
   */
  public Either<String, QuarantinePage> page(Query query) {
    if (query.skip() < 0 || query.limit() < 0) {
      return Either.left(
          "what is left out and what is shown must be 0 or more, not %s and %s"
              .formatted(query.skip(), query.limit()));
    }
    if ((long) query.skip() + query.limit() > REACH) {
      return Either.left(
          "no more than the newest %s records of a reason can be turned to; `orderlake quarantine"
                  .formatted(REACH)
              + " list --limit N` shows more");
    }
    return query.asOf().in(versions).map(lake -> page(lake, query));
  }

  /** Whether the table of that version was read already, so that an answer takes no time. */
  public boolean isRead(AsOf asOf) {
    return asOf.in(versions).exists(lake -> known(lake).isDefined());
  }

  private QuarantinePage page(LakeVersion lake, Query query) {
    QuarantineTally tally = tally(lake);
    Vector<BronzeOrder> places =
        tally.newest(query.reason()).drop(query.skip()).take(query.limit());
    return new QuarantinePage(
        lake,
        tally.records(),
        tally.byReason(),
        tally.matching(query.reason()),
        lake.table(TableId.QUARANTINE)
            .map(state -> records(state.version(), places))
            .getOrElse(Vector.empty()));
  }

  /** The records at these places, in the order of the places. */
  private Seq<QuarantinedRecord> records(long version, Vector<BronzeOrder> places) {
    Queue<QuarantinedRecord> found = new ConcurrentLinkedQueue<>();
    lookup
        .quarantined(version, places.map(BronzeOrder::source).toSet())
        .toJavaParallelStream()
        .forEach(part -> part.forEach(found::add));
    Map<BronzeOrder, QuarantinedRecord> byPlace =
        Vector.ofAll(found).toMap(QuarantinedRecord::order, record -> record);
    return places.flatMap(byPlace::get);
  }

  private QuarantineTally tally(LakeVersion lake) {
    return known(lake).getOrElse(() -> read(lake));
  }

  /** What was read before, or need not be read. */
  private synchronized Option<QuarantineTally> known(LakeVersion lake) {
    Option<Long> version = version(lake);
    return version.isEmpty()
        ? Option.some(new QuarantineTally(until(lake)))
        : last.filter(read -> read.isOf(version.get(), until(lake))).map(Read::tally);
  }

  private synchronized QuarantineTally read(LakeVersion lake) {
    return known(lake)
        .getOrElse(
            () -> {
              QuarantineTally tally = new QuarantineTally(until(lake));
              long version = version(lake).get();
              view.forEachEntry(version, Interruptible.of(tally::add));
              last = Option.some(new Read(version, until(lake), tally));
              return tally;
            });
  }

  private static Option<Long> version(LakeVersion lake) {
    return lake.table(TableId.QUARANTINE).map(TableState::version);
  }

  /** The end of the hour in which the version was published. */
  private static Instant until(LakeVersion lake) {
    return lake.publishedAt().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }
}
