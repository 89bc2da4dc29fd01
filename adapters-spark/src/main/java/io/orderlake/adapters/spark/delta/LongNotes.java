package io.orderlake.adapters.spark.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.interop.Json;
import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a commit says beside its files, whatever its length: readers of a Delta log take no text of
 * more than 20 million characters, so a long one lies in a file of its own below {@code _notes} of
 * the table, and the commit names it with its checksum.
 */
public final class LongNotes {
  private static final String FOLDER = "_notes";
  private static final String FILE = "note_file";
  private static final String CHECKSUM = "sha256";

  /** How what names a file begins, and no note does. */
  private static final String NAMING = "{\"" + FILE + "\":";

  private static final int LONG = 1_000_000;

  /** Whoever has written a younger one may be about to read it. */
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path folder;
  private final Configuration hadoop;
  private final int longest;

  /**
   * The notes of a table's commits.
   *
   * @param table its root
   */
  LongNotes(Path table, Configuration hadoop) {
    this(table, hadoop, LONG);
  }

  /**
   * As above.
   *
   * @param longest that a commit carries itself, in characters
   */
  LongNotes(Path table, Configuration hadoop, int longest) {
    this.folder = new Path(table, FOLDER);
    this.hadoop = hadoop;
    this.longest = longest;
  }

  /**
   * What a commit has to carry for that note; written to disk before this returns.
   *
   * @param note a JSON object
   */
  public String carried(String note) {
    return note.length() <= longest ? note : during("writing a note below", () -> stored(note));
  }

  private String stored(String note) throws IOException {
    FileSystem store = folder.getFileSystem(hadoop);
    removeAbandoned(store);
    byte[] bytes = note.getBytes(UTF_8);
    String name = UUID.randomUUID() + ".json";
    try (OutputStream out = store.create(new Path(folder, name), false)) {
      out.write(bytes);
    }
    Map<String, String> named = new LinkedHashMap<>();
    named.put(FILE, name);
    named.put(CHECKSUM, checksum(bytes));
    return Json.write(named);
  }

  /** Those of a process that ended before its commit. */
  private void removeAbandoned(FileSystem store) throws IOException {
    long young = Instant.now().minus(ABANDONED_AFTER).toEpochMilli();
    for (FileStatus file : files(store)) {
      if (file.getModificationTime() < young) {
        store.delete(file.getPath(), false);
      }
    }
  }

  private FileStatus[] files(FileSystem store) throws IOException {
    try {
      return store.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /**
   * The note.
   *
   * @param carried what a commit carries
   * @throws LakeFailure lasting, when its file is gone or is another one
   */
  public String read(String carried) {
    return during(
        "reading a note below", () -> isShort(carried) ? carried : stored(named(carried)));
  }

  private static boolean isShort(String carried) {
    return !carried.startsWith(NAMING);
  }

  /** Removes the note's file, if it has one, once nobody asks for it any more. */
  public void remove(String carried) {
    if (!isShort(carried)) {
      during(
          "removing a note below",
          () -> folder.getFileSystem(hadoop).delete(new Path(folder, named(carried).file), false));
    }
  }

  private record Named(String file, String checksum) {}

  private Named named(String carried) {
    try {
      StrictObject json = StrictJson.read(carried);
      Named named = new Named(json.text(FILE), json.text(CHECKSUM));
      json.nothingElse();
      return named;
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "a commit of %s names its note wrongly: %s; restore the table's log from a backup"
              .formatted(folder.getParent(), e.getMessage()),
          e);
    }
  }

  private String stored(Named named) throws IOException {
    Path path = new Path(folder, named.file);
    byte[] bytes;
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      bytes = in.readAllBytes();
    }
    if (!checksum(bytes).equals(named.checksum)) {
      throw LakeFailure.lasting(path + " is not what its commit names; restore it from a backup");
    }
    return new String(bytes, UTF_8);
  }

  private static String checksum(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }

  private <T> T during(String attempt, java.util.concurrent.Callable<T> action) {
    return Failures.during(attempt + " " + folder.getParent(), action);
  }
}
