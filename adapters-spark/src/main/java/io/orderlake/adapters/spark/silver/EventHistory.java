package io.orderlake.adapters.spark.silver;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.adapters.spark.delta.LakeTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up which of a range's event ids Silver holds already. The range's ids go into a Bloom
 * filter and two bounds; the files whose ids lie within the bounds are read, two columns of them;
 * what the filter lets through is at most the repeats and one id in a thousand of the history.
 */
final class EventHistory {
  private static final double FALSE_POSITIVES = 0.001;

  private final LakeTable silver;

  EventHistory(LakeTable silver) {
    this.silver = silver;
  }

  /**
   * Content hashes by event id: all that the rows' ids have in Silver, and perhaps a few of others.
   *
   * @param staged judged rows
   * @param records how many rows there are
   */
  Map<UTF8String, byte[]> hashesOf(JavaRDD<InternalRow> staged, long records) {
    Map<UTF8String, byte[]> hashes = new HashMap<>();
    if (records == 0 || silver.files(file -> true).isEmpty()) {
      return hashes;
    }
    Ids ids =
        staged.mapPartitions(rows -> List.of(Ids.of(rows, records)).iterator()).reduce(Ids::merge);
    Collection<AddFile> files = ids.isEmpty() ? List.of() : silver.files(ids::mayLieIn);
    if (files.isEmpty()) {
      return hashes;
    }
    byte[] filter = ids.filter;
    silver
        .rows(files)
        .select("event_id", "content_hash")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> passing(rows, Ids.filter(filter)))
        .collect()
        .forEach(held -> hashes.put(UTF8String.fromString(held.eventId), held.hash));
    return hashes;
  }

  private static Iterator<Held> passing(Iterator<InternalRow> rows, BloomFilter filter) {
    List<Held> held = new ArrayList<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (filter.mightContainBinary(row.getBinary(0))) {
        held.add(new Held(row.getString(0), row.getBinary(1)));
      }
    }
    return held.iterator();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Held(String eventId, byte[] hash) implements Serializable {}

  /** The event ids of some rows: bounds and a Bloom filter. */
  private static final class Ids implements Serializable {
    private static final long serialVersionUID = 1;

    private final @Nullable String least;
    private final @Nullable String greatest;
    private final byte[] filter;

    private Ids(@Nullable String least, @Nullable String greatest, byte[] filter) {
      this.least = least;
      this.greatest = greatest;
      this.filter = filter;
    }

    static Ids of(Iterator<InternalRow> rows, long expected) throws IOException {
      BloomFilter filter = BloomFilter.create(expected, FALSE_POSITIVES);
      UTF8String least = null;
      UTF8String greatest = null;
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        if (!row.isNullAt(StagedRow.ORDER)) {
          UTF8String id = row.getUTF8String(StagedRow.KEY);
          filter.putBinary(id.getBytes());
          if (least == null || id.compareTo(least) < 0) {
            least = id.copy();
          }
          if (greatest == null || id.compareTo(greatest) > 0) {
            greatest = id.copy();
          }
        }
      }
      return new Ids(text(least), text(greatest), bytes(filter));
    }

    private static @Nullable String text(@Nullable UTF8String value) {
      return value == null ? null : value.toString();
    }

    boolean isEmpty() {
      return least == null;
    }

    Ids merge(Ids other) throws IOException {
      if (isEmpty()) {
        return other;
      }
      if (other.isEmpty()) {
        return this;
      }
      BloomFilter both = filter(filter);
      try {
        both.mergeInPlace(filter(other.filter));
      } catch (IncompatibleMergeException e) {
        throw new IllegalStateException("filters of one range have one size", e);
      }
      return new Ids(
          compare(least, other.least) <= 0 ? least : other.least,
          compare(greatest, other.greatest) >= 0 ? greatest : other.greatest,
          bytes(both));
    }

    /** False only when the file's statistics rule out every id. */
    boolean mayLieIn(AddFile file) {
      if (file.stats() == null) {
        return true;
      }
      JsonNode statistics = Json.read(file.stats(), "the statistics of " + file.path());
      JsonNode low = statistics.path("minValues").path("event_id");
      JsonNode high = statistics.path("maxValues").path("event_id");
      return low.isMissingNode()
          || high.isMissingNode()
          || (compare(low.asText(), greatest) <= 0 && compare(high.asText(), least) >= 0);
    }

    /** In the order of Spark's and Delta's strings: by UTF-8 bytes. */
    private static int compare(@Nullable String a, @Nullable String b) {
      return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }

    private static byte[] bytes(BloomFilter filter) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      filter.writeTo(out);
      return out.toByteArray();
    }

    static BloomFilter filter(byte[] bytes) throws IOException {
      return BloomFilter.readFrom(new ByteArrayInputStream(bytes));
    }
  }
}
