package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.network.util.JavaUtils;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.CompactionOptionsUniversal;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Event ids with the content each has, in a RocksDB on local disk, and how far they have been
 * brought up. A directory is open once in a process; another process that has it open makes {@link
 * #at} fail. Safe for use by several threads.
 */
final class IdStore {
  /** Above this a sorted file that is taken in whole is cheaper than single writes. */
  private static final int BULK = 20_000;

  /** No event has this id. */
  private static final byte[] POSITION = {};

  /** Nor is this the {@link IdKey} of one. */
  private static final byte[] SNAPSHOT = {(byte) 0xfc};

  private static final String FROZEN = "frozen";

  /** For each id, in memory; one look in a thousand for an id that is not there reads a file. */
  private static final int FILTER_BITS = 14;

  private static final long WRITE_BUFFER_BYTES = 8L << 20;
  private static final Map<Path, IdStore> OPEN = new HashMap<>();

  private final Path directory;
  private final Options options;
  private final RocksDB db;

  private IdStore(Path directory) throws RocksDBException {
    this.directory = directory;
    this.options = options();
    this.db = RocksDB.open(options, directory.toString());
  }

  /**
   * Random ids make files that all overlap. Joined by level, each is written again for each level,
   * and each look asks all levels; joined by size, there are few files, and each is written as
   * often as its size doubles. Ids that grow with time make files that do not overlap, which are
   * moved.
   */
  private static Options options() {
    return new Options()
        .setCreateIfMissing(true)
        .setCompressionType(CompressionType.NO_COMPRESSION)
        .setCompactionStyle(CompactionStyle.UNIVERSAL)
        .setCompactionOptionsUniversal(new CompactionOptionsUniversal().setAllowTrivialMove(true))
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        .setKeepLogFileNum(1)
        .setTableFormatConfig(
            new BlockBasedTableConfig().setFilterPolicy(new BloomFilter(FILTER_BITS, false)));
  }

  /**
   * The store in that directory, made when there is none.
   *
   * @throws RocksDBException when it is damaged, or open in another process
   */
  static IdStore at(Path directory) throws RocksDBException, IOException {
    synchronized (OPEN) {
      IdStore open = OPEN.get(directory);
      if (open == null) {
        RocksDB.loadLibrary();
        Files.createDirectories(directory);
        open = new IdStore(directory);
        if (Files.exists(directory.resolve(FROZEN))) { // of an earlier process
          JavaUtils.deleteRecursively(directory.resolve(FROZEN).toFile());
        }
        OPEN.put(directory, open);
      }
      return open;
    }
  }

  /** True when {@link #at} failed because another process has the directory open. */
  static boolean isHeldElsewhere(RocksDBException failure) {
    return failure.getStatus() != null
        && failure.getStatus().getCode() == Status.Code.IOError
        && String.valueOf(failure.getMessage()).contains("lock");
  }

  /** Empties the directory; the store is of no use afterwards. */
  static void remove(Path directory) throws IOException {
    synchronized (OPEN) {
      close(directory);
      JavaUtils.deleteRecursively(directory.toFile());
    }
  }

  /** Lets go of the directory; idempotent. */
  static void close(Path directory) {
    synchronized (OPEN) {
      IdStore open = OPEN.remove(directory);
      if (open != null) {
        open.db.close();
        open.options.close();
      }
    }
  }

  /** How far the ids have been brought up, as it was given; null when never. */
  @Nullable String position() throws RocksDBException {
    byte[] position = db.get(POSITION);
    return position == null ? null : new String(position, UTF_8);
  }

  /** The snapshot that this is from, or that was made of it last; null for none. */
  byte @Nullable [] snapshot() throws RocksDBException {
    return db.get(SNAPSHOT);
  }

  /** Notes a snapshot that holds files of this store, or from which it begins. */
  void snapshot(IdSnapshot made) throws RocksDBException {
    db.put(SNAPSHOT, made.json());
  }

  /** How many ids there are, about. */
  long count() throws RocksDBException {
    return db.getLongProperty("rocksdb.estimate-num-keys");
  }

  /** False once the directory was let go. */
  boolean isOpen() {
    synchronized (OPEN) {
      return OPEN.get(directory) == this;
    }
  }

  /**
   * A directory with all that is stored now, which stays as it is; it costs no space as long as
   * this store has the same files. Whoever asked removes it.
   */
  Path frozen() throws RocksDBException, IOException {
    Path parent = Files.createDirectories(directory.resolve(FROZEN));
    Path frozen = parent.resolve(UUID.randomUUID().toString());
    try (Checkpoint checkpoint = Checkpoint.create(db)) {
      checkpoint.createCheckpoint(frozen.toString());
    }
    return frozen;
  }

  /** True when there is no id. */
  boolean isEmpty() throws RocksDBException {
    try (var all = db.newIterator()) {
      all.seekToFirst();
      if (all.isValid() && all.key().length == 0) {
        all.next();
      }
      all.status();
      return !all.isValid();
    }
  }

  /** The content stored under the id, or null. */
  byte @Nullable [] get(byte[] id) throws RocksDBException {
    return db.get(id);
  }

  /**
   * Adds ids. An interrupted call may have added some of them; the position moves last.
   *
   * @param entries in any order; an id that is there already gets the new content
   */
  void add(List<Entry> entries, String position) throws RocksDBException, IOException {
    try (WriteBatch batch = new WriteBatch();
        WriteOptions written = new WriteOptions()) {
      if (entries.size() > BULK) {
        addSorted(entries);
      } else {
        for (Entry entry : entries) {
          batch.put(entry.id, entry.content);
        }
      }
      batch.put(POSITION, position.getBytes(UTF_8));
      db.write(written, batch);
    }
  }

  private void addSorted(List<Entry> entries) throws RocksDBException, IOException {
    Entry[] sorted = entries.toArray(new Entry[0]);
    Arrays.parallelSort(sorted, (a, b) -> Arrays.compareUnsigned(a.id, b.id));
    Path file = directory.resolve("incoming.sst");
    Files.deleteIfExists(file);
    try (EnvOptions environment = new EnvOptions();
        SstFileWriter writer = new SstFileWriter(environment, options);
        IngestExternalFileOptions moving = new IngestExternalFileOptions().setMoveFiles(true)) {
      writer.open(file.toString());
      byte[] last = POSITION;
      for (Entry entry : sorted) {
        if (!Arrays.equals(entry.id, last)) {
          writer.put(entry.id, entry.content);
          last = entry.id;
        }
      }
      writer.finish();
      db.ingestExternalFile(List.of(file.toString()), moving);
    }
  }

  /**
   * An event id and its content.
   *
   * @param id in UTF-8
   * @param content the content hash's bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(byte[] id, byte[] content) {}
}
