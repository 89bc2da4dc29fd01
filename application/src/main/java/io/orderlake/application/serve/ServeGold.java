package io.orderlake.application.serve;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.LakeOrigin;
import io.orderlake.domain.serve.Publication;
import io.orderlake.domain.serve.Served;
import io.orderlake.domain.serve.TableContent;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.InstantSource;

/**
 * Brings a sink to the newest lake version. Versions that were published meanwhile are left out;
 * how far the sink is stands in the sink, so whoever is killed over it goes on where it is.
 */
public final class ServeGold {
  private final LakeVersions versions;
  private final GoldPartitions partitions;
  private final Seq<GoldProjection> projections;
  private final GoldSink sink;
  private final InstantSource clock;

  /**
   * Into that sink.
   *
   * @param projections the Gold tables that are declared
   */
  public ServeGold(
      LakeVersions versions,
      GoldPartitions partitions,
      Seq<GoldProjection> projections,
      GoldSink sink,
      InstantSource clock) {
    this.versions = versions;
    this.partitions = partitions;
    this.projections = projections;
    this.sink = sink;
    this.clock = clock;
  }

  /** The number of the newest lake version; 0 before the first. Asks the lake alone. */
  public long newest() {
    return versions.latest().number();
  }

  /** What the sink holds. Asks the sink alone. */
  public Option<Served> served() {
    return sink.served();
  }

  /**
   * One look: serves the newest lake version, unless it is served already.
   *
   * @return what is served now; none before the first lake version
   * @throws LakeFailure when the sink or the lake fails, with nothing changed; lasting when the
   *     sink serves another lake, or a version that this lake never had
   */
  public Option<Served> catchUp() {
    LakeVersion newest = versions.latest();
    if (newest.isEmpty()) {
      return Option.none();
    }
    LakeOrigin origin = origin(newest);
    Option<Served> held = sink.served();
    held.forEach(served -> requireOwn(served, origin));
    // A sink that serves another lake refuses it by itself, whatever the version.
    return held.exists(
            served -> served.origin().equals(origin) && served.version() >= newest.number())
        ? held
        : Option.some(sink.publish(publication(origin, newest)));
  }

  private LakeOrigin origin(LakeVersion newest) {
    return LakeOrigin.of(
        versions
            .version(1)
            .getOrElseThrow(
                () ->
                    LakeFailure.because(
                        FailureCause.MISSING,
                        "lake version 1, which tells this lake from others, is missing beside"
                            + " version "
                            + newest.number()
                            + "; restore runs/lake-versions from a backup")));
  }

  /** A lake that was set back to an older state goes on with other versions of the same numbers. */
  private void requireOwn(Served served, LakeOrigin origin) {
    boolean isOwn =
        !served.origin().equals(origin)
            || versions.version(served.version()).exists(lake -> served.is(origin, lake));
    if (!isOwn) {
      throw LakeFailure.because(
          FailureCause.IN_THE_WAY,
          ("what is served is lake version %s, published by run %s at %s, which this lake does not"
                  + " have: it was set back to an older state, or this is a copy of it that has gone"
                  + " another way; nothing was changed. Drop the schemas gold, lake and orderlake"
                  + " there to have this lake served anew, or name another database")
              .formatted(served.version(), served.publishedBy(), served.publishedAt()));
    }
  }

  private Publication publication(LakeOrigin origin, LakeVersion lake) {
    return new Publication(
        origin,
        lake,
        projections.flatMap(
            projection ->
                lake.table(TableId.gold(projection.table()))
                    .map(state -> content(projection, state.version()))),
        clock.instant());
  }

  private TableContent content(GoldProjection projection, long version) {
    return new TableContent(
        projection,
        partitions.contents(projection, version),
        (wanted, consumer) -> partitions.forEach(projection, version, wanted, consumer));
  }
}
