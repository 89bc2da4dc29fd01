package io.orderlake.adapters.filesystem.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appends to the newest segment; a failed append leaves bytes that the next opening sets aside. */
final class JournalWriter {
  private final Path directory;
  private final long segmentBytes;
  private Seq<String> mended = List.empty();
  private JournalSegment segment;
  private FileChannel channel;
  private long length;
  private long next;

  private JournalWriter(Path directory, long segmentBytes, JournalSegment segment)
      throws IOException {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.segment = segment;
    this.channel = FileChannel.open(segment.file(), CREATE, WRITE);
    this.next = segment.first();
  }

  /** Opens the newest segment, or the first of all, and sets aside what is torn at its end. */
  static JournalWriter open(Path directory, long segmentBytes) throws IOException {
    Files.createDirectories(directory);
    JournalSegment newest =
        JournalSegment.in(directory)
            .lastOption()
            .getOrElse(() -> JournalSegment.startingAt(directory, 1));
    JournalWriter writer = new JournalWriter(directory, segmentBytes, newest);
    try {
      writer.resume();
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private void resume() throws IOException {
    JournalSegment.Content content = segment.read(true);
    if (content.torn().length > 0) {
      mended = List.of(setAside(content));
      channel.truncate(content.end());
    }
    channel.position(content.end());
    channel.force(true);
    DurableFiles.syncDirectory(directory);
    length = content.end();
    next = segment.first() + content.lines().size();
  }

  Seq<String> mended() {
    return mended;
  }

  void append(JournalEvent event) throws IOException {
    if (channel.size() != length) {
      throw LakeFailure.lasting(
          "somebody else writes to the run journal %s: it has %s bytes, expected %s; one runner alone may serve a lake"
              .formatted(segment.file(), channel.size(), length));
    }
    if (length >= segmentBytes) {
      rotate();
    }
    byte[] line = JournalLine.write(next, event);
    DurableFiles.writeFully(channel, line);
    channel.force(false);
    length += line.length;
    next++;
  }

  private void rotate() throws IOException {
    channel.close();
    segment = JournalSegment.startingAt(directory, next);
    channel = FileChannel.open(segment.file(), CREATE, WRITE);
    DurableFiles.syncDirectory(directory);
    length = 0;
  }

  private String setAside(JournalSegment.Content content) throws IOException {
    Path torn = Files.createDirectories(directory.resolve("torn"));
    Path kept = torn.resolve(segment.file().getFileName() + "." + content.end());
    DurableFiles.put(torn, kept, content.torn());
    return "%s bytes torn in writing at the end of %s (line %s) were set aside as %s"
        .formatted(content.torn().length, segment.file(), content.lines().size() + 1, kept);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw LakeFailure.of("cannot close the run journal " + segment.file() + ": " + e, e);
    }
  }
}
