package io.orderlake.application.quarantine;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FirstFew;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the quarantine as of one published lake version. */
public final class ShowQuarantine {
  private static final Comparator<QuarantinedRecord> NEWEST_FIRST =
      Comparator.comparing(quarantined -> quarantined.record().order(), Comparator.reverseOrder());

  private final LakeVersions versions;
  private final QuarantineView view;

  public ShowQuarantine(LakeVersions versions, QuarantineView view) {
    this.versions = versions;
    this.view = view;
  }

  /**
   * What to show.
   *
   * @param reason only records with that reason code
   * @param limit how many records to show at most; counts are of all
   * @param asOf as of which lake version
   */
  public record Query(Option<String> reason, int limit, AsOf asOf) {
    /** The newest records of the quarantine as it is now. */
    public static Query newest(int limit) {
      return new Query(Option.none(), limit, AsOf.NEWEST);
    }
  }

  /**
   * Reads the quarantine; keeps no more records in memory than the limit.
   *
   * @return what is quarantined, nothing while the table is not published; or the sentence that
   *     says what is wrong with the query
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read
   */
  public Either<String, QuarantinePage> show(Query query) {
    return query.limit() < 0
        ? Either.left("the limit must be 0 or more, not " + query.limit())
        : query.asOf().in(versions).map(lake -> page(lake, query));
  }

  private QuarantinePage page(LakeVersion lake, Query query) {
    Tally tally = new Tally(query);
    lake.table(TableId.QUARANTINE).forEach(state -> view.forEach(state.version(), tally::add));
    return tally.page(lake);
  }

  private static final class Tally {
    private final Query query;
    private final Map<String, Long> byReason = new java.util.TreeMap<>();
    private final FirstFew<QuarantinedRecord> newest;
    private long records;
    private long matching;

    Tally(Query query) {
      this.query = query;
      this.newest = new FirstFew<>(NEWEST_FIRST, query.limit());
    }

    void add(QuarantinedRecord quarantined) {
      Set<String> codes =
          quarantined.reasons().stream()
              .map(QuarantineReason::code)
              .collect(Collectors.toUnmodifiableSet());
      records++;
      codes.forEach(code -> byReason.merge(code, 1L, Math::addExact));
      if (query.reason().forAll(codes::contains)) {
        matching++;
        newest.add(quarantined);
      }
    }

    QuarantinePage page(LakeVersion lake) {
      return new QuarantinePage(lake, records, TreeMap.ofAll(byReason), matching, newest.inOrder());
    }
  }
}
