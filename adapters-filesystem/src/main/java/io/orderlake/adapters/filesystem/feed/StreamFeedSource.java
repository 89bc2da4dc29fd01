package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.vavr.control.Either;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A feed in a file, or on a stream that is open already. */
public final class StreamFeedSource implements FeedSource {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private interface Opener {
    InputStream open() throws IOException;
  }

  private final String name;
  private final Opener opener;

  private StreamFeedSource(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  /** The feed in that file; its name is the file's without the folders. */
  public static StreamFeedSource file(Path file) {
    Path last = file.getFileName();
    return new StreamFeedSource(
        last == null ? file.toString() : last.toString(),
        () -> {
          if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
          }
          return Files.newInputStream(file);
        });
  }

  /** The feed on that stream, which can be opened once. */
  public static StreamFeedSource stream(String name, InputStream stream) {
    return new StreamFeedSource(name, () -> stream);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Either<String, FeedLines> lines() {
    return open().map(StreamFeedLines::new);
  }

  @Override
  public Either<String, FeedTable> table() {
    return open().flatMap(CsvFeedTable::of);
  }

  private Either<String, InputStream> open() {
    try {
      InputStream in = new BufferedInputStream(opener.open(), 1 << 16);
      in.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        in.reset();
      }
      return Either.right(in);
    } catch (NoSuchFileException e) {
      return Either.left("there is no such file: " + e.getFile());
    } catch (AccessDeniedException e) {
      return Either.left("there is no permission to read " + e.getFile());
    } catch (IOException e) {
      return Either.left("cannot be read: " + e.getMessage());
    }
  }
}
