package io.orderlake.adapters.objectstore.data;

import io.vavr.control.Option;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.Path;

/**
 * A file that somebody else has told of. Its path is {@code FILE/}{@value #TOLD}{@code
 * /LENGTH-MODIFIED}, in bytes and in milliseconds since 1970.
 *
 * @param file where it lies
 * @param length in bytes
 * @param modified when it was put; 0 when that is not known
 */
record ToldFile(Path file, long length, long modified) {
  private static final String TOLD = "_told";

  /** The file of such a path; none for any other path. */
  static Option<ToldFile> of(Path path) {
    Path told = path.getParent();
    if (told == null || !told.getName().equals(TOLD)) {
      return Option.none();
    }
    String[] numbers = path.getName().split("-", 2);
    return Option.some(
        new ToldFile(told.getParent(), Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
  }

  /** Whether it was seen just now, so that it is there and like one of the same time. */
  boolean isSeen() {
    return modified > 0;
  }

  /**
   * What was read of it.
   *
   * @throws IOException when it is not as long as was told
   */
  byte[] whole(byte[] content) throws IOException {
    if (content.length != length) {
      throw new EOFException(
          file + " has " + content.length + " bytes, and " + length + " are told of it");
    }
    return content;
  }
}
