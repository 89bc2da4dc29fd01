package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A file of the journal, {@code <number of its first line, 20 digits>.jsonl}.
 *
 * @param file where it lies
 * @param first the number of its first line
 */
record JournalSegment(Path file, long first) {
  /**
   * What a segment holds.
   *
   * @param lines whole and unharmed, in order
   * @param end where the last of them ends, in bytes
   * @param torn the bytes after that, which a crash or a writing under way left; not lines
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from reader to writer, never compared
  record Content(Vector<JournalLine> lines, long end, byte[] torn) {}

  static JournalSegment startingAt(Path directory, long first) {
    return new JournalSegment(
        directory.resolve(String.format(Locale.ROOT, "%020d.jsonl", first)), first);
  }

  /** All there are, oldest first. */
  static List<JournalSegment> in(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jsonl")) {
      return List.ofAll(files)
          .filter(file -> String.valueOf(file.getFileName()).matches("0\\d{19}\\.jsonl"))
          .map(
              file ->
                  new JournalSegment(
                      file, Long.parseLong(String.valueOf(file.getFileName()), 0, 20, 10)))
          .sortBy(JournalSegment::first);
    } catch (NoSuchFileException e) {
      return List.empty();
    } catch (IOException | DirectoryIteratorException e) {
      throw LakeFailure.of("cannot list the journal in " + directory + ": " + e, e);
    }
  }

  /**
   * Reads and checks it.
   *
   * @param newest true when its last line may be torn
   */
  Content read(boolean newest) {
    return read(newest, 0, first);
  }

  /**
   * Reads and checks its end.
   *
   * @param newest true when its last line may be torn
   * @param start where a line begins, in bytes
   * @param number that line's
   */
  Content read(boolean newest, long start, long number) {
    byte[] bytes = bytes(start);
    Vector<JournalLine> lines = Vector.empty();
    int from = 0;
    while (from < bytes.length) {
      int end = lineEnd(bytes, from);
      boolean last = end >= bytes.length - 1;
      try {
        if (end == bytes.length) {
          throw new MalformedJson("its end is missing");
        }
        lines = lines.append(line(bytes, from, end, number + lines.size()));
      } catch (MalformedJson e) {
        if (newest && last) {
          return new Content(lines, start + from, Arrays.copyOfRange(bytes, from, bytes.length));
        }
        throw damaged(number - first + lines.size() + 1, e);
      }
      from = end + 1;
    }
    return new Content(lines, start + from, new byte[0]);
  }

  /** Makes sure that no segment is missing between this one and the one read after it. */
  void checkLeadsTo(JournalSegment next, int lines) {
    if (first + lines != next.first) {
      throw damaged(
          lines, new MalformedJson("the next line, %s, is missing".formatted(first + lines)));
    }
  }

  /** The event of one of its lines. */
  JournalEvent event(JournalLine line) {
    try {
      return line.event();
    } catch (MalformedJson e) {
      throw damaged(line.number() - first + 1, e);
    }
  }

  private static JournalLine line(byte[] bytes, int from, int end, long expected)
      throws MalformedJson {
    return JournalLine.check(Arrays.copyOfRange(bytes, from, end), expected);
  }

  private LakeFailure damaged(long lineNumber, MalformedJson e) {
    return LakeFailure.because(
        FailureCause.DAMAGED,
        ("the run journal %s is damaged in line %s: %s; restore the file from a backup, or move it"
                + " and all older ones elsewhere (the history of runs is lost then, the lake is not)")
            .formatted(file, lineNumber, e.getMessage()),
        e);
  }

  private byte[] bytes(long start) {
    try (SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream stream = Channels.newInputStream(channel.position(start))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the run journal " + file + ": " + e, e);
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
