package io.orderlake.application.lake;

import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.LakeFiles.StoredFile;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.table.GoldColumns;
import io.orderlake.domain.table.LakeTables;
import io.orderlake.domain.table.TableSchema;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** The files of all tables at one lake version, for programs that read them themselves. */
public final class FindFiles {
  private final LakeVersions versions;
  private final LakeFiles files;
  private final Seq<GoldProjection> projections;

  /**
   * Of a lake.
   *
   * @param projections the Gold tables that are declared
   */
  public FindFiles(LakeVersions versions, LakeFiles files, Seq<GoldProjection> projections) {
    this.versions = versions;
    this.files = files;
    this.projections = projections;
  }

  /**
   * A table.
   *
   * @param schema what there is to know of it
   * @param files those that hold its rows
   */
  public record Found(TableSchema schema, Seq<StoredFile> files) {}

  /**
   * Every table that a lake version has.
   *
   * @param lake the version
   * @param tables in the order in which the data runs through them
   */
  public record Files(LakeVersion lake, Seq<Found> tables) {}

  /**
   * The files, or the sentence that says what is wrong with the version.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a table's log cannot be read
   */
  public Either<String, Files> at(AsOf asOf) {
    return asOf.in(versions)
        .map(
            lake ->
                new Files(
                    lake,
                    LakeTables.FIXED
                        .appendAll(projections.map(GoldColumns::of))
                        .flatMap(
                            schema ->
                                lake.table(schema.id())
                                    .map(
                                        state ->
                                            new Found(
                                                schema,
                                                files.files(schema.id(), state.version()))))));
  }
}
