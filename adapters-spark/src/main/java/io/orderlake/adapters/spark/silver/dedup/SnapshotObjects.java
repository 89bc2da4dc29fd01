package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.util.ThreadUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of the dedup index as objects of a store: one for each file of the index, of which
 * those that an earlier snapshot has are not stored again, and one that names them, which comes
 * last.
 */
final class SnapshotObjects {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotObjects.class);
  private static final int AT_ONCE = 4;
  private static final String NAMES = ".json";

  /** How often one is begun again that may pass, before Silver is read instead. */
  private static final int STUMBLES = 3;

  /** Whoever stores a younger object may be about to name it. */
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path folder;
  private final Configuration hadoop;
  private int stumbles;

  SnapshotObjects(Path folder, Configuration hadoop) {
    this.folder = folder;
    this.hadoop = hadoop;
  }

  /**
   * Brings the newest snapshot that will do into a directory; what cannot be used is passed over.
   *
   * @param directory what is in it is removed
   * @param isKnown whether Silver has been at that position
   * @return the snapshot; null when there is none
   * @throws LakeFailure when the store may do better later; not for ever, since nothing depends on
   *     a snapshot
   */
  @Nullable IdSnapshot restore(java.nio.file.Path directory, Predicate<String> isKnown)
      throws InterruptedException {
    try {
      FileSystem store = folder.getFileSystem(hadoop);
      List<Path> named = newestFirst(store);
      String tried = "";
      // whoever has made a newer one meanwhile has removed these
      while (!named.isEmpty() && !named.get(0).getName().equals(tried)) {
        tried = named.get(0).getName();
        for (Path one : named) {
          IdSnapshot snapshot = restored(store, one, directory, isKnown);
          if (snapshot != null) {
            return snapshot;
          }
        }
        named = newestFirst(store);
      }
    } catch (IOException e) {
      passOver(folder, e);
    }
    return null;
  }

  private void passOver(Path what, Exception e) {
    LakeFailure failure = Failures.of("beginning from the snapshot " + what, e);
    if (failure.retryable() && ++stumbles < STUMBLES) {
      throw failure;
    }
    LOG.warn("the snapshot {} of the index of Silver's event ids is of no use", what, e);
  }

  private List<Path> newestFirst(FileSystem store) throws IOException {
    return Arrays.stream(listed(store))
        .map(FileStatus::getPath)
        .filter(SnapshotObjects::namesOthers)
        .sorted(Comparator.comparing(Path::getName).reversed())
        .toList();
  }

  private FileStatus[] listed(FileSystem store) throws IOException {
    try {
      return store.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static boolean namesOthers(Path object) {
    return object.getName().endsWith(NAMES);
  }

  private @Nullable IdSnapshot restored(
      FileSystem store, Path named, java.nio.file.Path directory, Predicate<String> isKnown)
      throws InterruptedException {
    try {
      IdSnapshot snapshot = read(store, named);
      if (!isKnown.test(snapshot.position())) {
        LOG.warn("Silver, as it is, does not follow the snapshot {} of its event ids", named);
        return null;
      }
      Instant begin = Instant.now();
      JavaUtils.deleteRecursively(directory.toFile());
      Files.createDirectories(directory);
      List<IdSnapshot.Part> unused =
          each(snapshot.files(), part -> brought(store, part, directory));
      LOG.info(
          "the index of Silver's event ids: some {} of {} in {} s",
          snapshot.ids(),
          named,
          Duration.between(begin, Instant.now()).toSeconds());
      return snapshot;
    } catch (IOException | LakeFailure e) {
      passOver(named, e);
      return null;
    }
  }

  private static IdSnapshot read(FileSystem store, Path named) throws IOException {
    try (InputStream in = store.open(named)) {
      return IdSnapshot.read(in.readAllBytes());
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED, named + " is no snapshot: " + e.getMessage(), e);
    }
  }

  private IdSnapshot.Part brought(
      FileSystem store, IdSnapshot.Part part, java.nio.file.Path directory) throws IOException {
    MessageDigest sha256 = Sha256.begin();
    Path object = new Path(folder, part.object());
    try (InputStream in = new DigestInputStream(store.open(object), sha256)) {
      long unused = Files.copy(in, directory.resolve(part.name()));
    }
    if (!hex(sha256).equals(part.sha256())) {
      throw LakeFailure.because(FailureCause.DAMAGED, object + " is not what its snapshot names");
    }
    return part;
  }

  /**
   * Stores a snapshot.
   *
   * @param frozen the index's directory as it is to be; removed at the end
   * @param now when it was frozen
   * @param before what the last one of the same index is made of
   */
  IdSnapshot store(
      java.nio.file.Path frozen,
      String position,
      long ids,
      Instant now,
      List<IdSnapshot.Part> before)
      throws IOException, InterruptedException {
    try {
      FileSystem store = folder.getFileSystem(hadoop);
      Map<String, Long> there = sizes(store);
      Map<String, IdSnapshot.Part> stored =
          before.stream()
              .filter(part -> part.isImmutable() && isThere(part, there))
              .collect(Collectors.toMap(IdSnapshot.Part::name, Function.identity()));
      IdSnapshot snapshot =
          new IdSnapshot(position, ids, now, each(files(frozen), file -> put(store, file, stored)));
      Path named = new Path(folder, newName(position));
      try (OutputStream out = store.create(named, false)) {
        out.write(snapshot.json());
      }
      LOG.info("the index of Silver's event ids: a snapshot of some {} is {}", ids, named);
      removeOthers(store, named, snapshot, before);
      return snapshot;
    } finally {
      JavaUtils.deleteRecursively(frozen.toFile());
    }
  }

  /**
   * Whether the store has all that it is made of, which whoever likes may remove; true where that
   * cannot be told.
   */
  boolean has(IdSnapshot snapshot) {
    try {
      Map<String, Long> there = sizes(folder.getFileSystem(hadoop));
      return snapshot.files().stream().allMatch(part -> isThere(part, there));
    } catch (IOException e) {
      LOG.warn("the snapshots of the index of Silver's event ids in {} cannot be had", folder, e);
      return true;
    }
  }

  private static boolean isThere(IdSnapshot.Part part, Map<String, Long> sizes) {
    return Long.valueOf(part.bytes()).equals(sizes.get(part.object()));
  }

  private Map<String, Long> sizes(FileSystem store) throws IOException {
    return Arrays.stream(listed(store))
        .collect(Collectors.toMap(object -> object.getPath().getName(), FileStatus::getLen));
  }

  private static List<java.nio.file.Path> files(java.nio.file.Path directory) throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** Sorts as Silver's versions do. */
  private static String newName(String position) {
    DedupIndexPosition at = DedupIndexPosition.parse(position);
    return String.format(
        Locale.ROOT, "%020d-%s%s", at == null ? 0 : at.version(), UUID.randomUUID(), NAMES);
  }

  private IdSnapshot.Part put(
      FileSystem store, java.nio.file.Path file, Map<String, IdSnapshot.Part> stored)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    IdSnapshot.Part before = stored.get(name);
    if (before != null && before.bytes() == Files.size(file)) {
      return before;
    }
    String object = UUID.randomUUID() + "-" + name;
    MessageDigest sha256 = Sha256.begin();
    long bytes;
    try (OutputStream out =
        new DigestOutputStream(store.create(new Path(folder, object), false), sha256)) {
      bytes = Files.copy(file, out);
    }
    return new IdSnapshot.Part(name, object, bytes, hex(sha256));
  }

  /**
   * Every other snapshot, what the one before had and this one has not, and what is so old that
   * nobody is about to name it.
   */
  private void removeOthers(
      FileSystem store, Path named, IdSnapshot snapshot, List<IdSnapshot.Part> before) {
    Set<String> needed = objects(snapshot.files());
    Set<String> replaced = objects(before);
    long young = Instant.now().minus(ABANDONED_AFTER).toEpochMilli();
    try {
      for (FileStatus object : listed(store)) {
        String name = object.getPath().getName();
        boolean isOld = object.getModificationTime() < young;
        if (namesOthers(object.getPath())
            ? !name.equals(named.getName())
            : !needed.contains(name) && (isOld || replaced.contains(name))) {
          boolean unused = store.delete(object.getPath(), false);
        }
      }
    } catch (IOException e) { // the snapshot is there, and the next one removes them
      LOG.warn("older snapshots of the index of Silver's event ids stay in {}", folder, e);
    }
  }

  private static Set<String> objects(List<IdSnapshot.Part> files) {
    return files.stream().map(IdSnapshot.Part::object).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private interface Transfer<A, B> {
    B of(A file) throws IOException;
  }

  /**
   * Some at once: a store answers each slowly, and many together as fast. The first that fails ends
   * it.
   */
  private static <A, B> List<B> each(List<A> files, Transfer<A, B> transfer)
      throws IOException, InterruptedException {
    ExecutorService threads =
        ThreadUtils.newDaemonFixedThreadPool(AT_ONCE, "index-snapshot-transfer");
    try {
      List<Future<B>> transfers = new ArrayList<>();
      files.forEach(file -> transfers.add(threads.submit(() -> transfer.of(file))));
      List<B> results = new ArrayList<>();
      for (Future<B> result : transfers) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      end(threads);
    }
  }

  /** Ends what the threads are at, and waits for it. */
  static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      boolean unused = threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
