package io.orderlake.adapters.delta.gold;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.KernelColumns;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.GoldColumns;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Cells of Gold as a Parquet file to take away: the columns that the table's own files have, texts
 * as they are stored, amounts as exact decimals, hours as instants in UTC.
 */
public final class GoldParquet {
  private GoldParquet() {}

  /**
   * The file's bytes; none where there are no cells, since Kernel makes no file without rows.
   *
   * @param cells of that table, in the order in which they are written
   * @param scratch an existing local directory, in which the file lies for a moment
   * @throws LakeFailure when it cannot be written there
   */
  public static Option<byte[]> of(GoldProjection projection, Seq<GoldCell> cells, Path scratch) {
    return Option.when(cells.nonEmpty(), () -> written(projection, cells, scratch));
  }

  private static byte[] written(GoldProjection projection, Seq<GoldCell> cells, Path scratch) {
    @Nullable Path made = null;
    try {
      made = Files.createTempDirectory(scratch, "gold-");
      Path file = made.resolve(projection.table() + ".parquet");
      write(file, batch(projection, cells.asJava()));
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw LakeFailure.of(
          "cells of %s could not be written as Parquet below %s"
              .formatted(projection.table(), scratch),
          e);
    } finally {
      if (made != null) {
        remove(made);
      }
    }
  }

  private static void write(Path file, FilteredColumnarBatch cells) throws IOException {
    Engine engine = DefaultEngine.create(new Configuration());
    engine
        .getParquetHandler()
        .writeParquetFileAtomically("file:" + file, Utils.singletonCloseableIterator(cells));
  }

  private static FilteredColumnarBatch batch(GoldProjection projection, List<GoldCell> cells) {
    List<Column> columns = GoldColumns.of(projection).columns();
    StructType schema = KernelColumns.of(columns);
    List<List<Object>> rows = cells.stream().map(GoldParquet::row).toList();
    ColumnVector[] vectors =
        IntStream.range(0, schema.length())
            .mapToObj(
                at ->
                    new CellColumn(
                        schema.at(at).getDataType(),
                        rows.stream().map(row -> row.get(at)).toList()))
            .toArray(ColumnVector[]::new);
    return new FilteredColumnarBatch(
        new DefaultColumnarBatch(rows.size(), schema, vectors), Optional.empty());
  }

  /** Texts, time, measures: the order of the table's columns. */
  private static List<Object> row(GoldCell cell) {
    List<Object> row = new ArrayList<>(cell.key().texts());
    row.add(time(cell.key().time()));
    for (Measure measure : cell.figures().measures().all()) {
      row.add(
          switch (measure.kind()) {
            case MONEY -> cell.figures().amount(measure).value();
            case WHOLE -> (Object) cell.figures().number(measure);
          });
    }
    return row;
  }

  private static Object time(Comparable<?> time) {
    return time instanceof Instant instant
        ? (Object) micros(instant)
        : (Object) (int) ((LocalDate) time).toEpochDay();
  }

  /**
   * Since 1970; nanoseconds between the two would not fit for what is before 1677 or after 2262.
   */
  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  private static void remove(Path directory) {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw LakeFailure.of("could not clear away " + directory, e);
    }
  }
}
