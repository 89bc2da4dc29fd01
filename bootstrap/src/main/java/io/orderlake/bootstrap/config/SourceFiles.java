package io.orderlake.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.source.ValueTable;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that configuration names: value tables, schemas and rates. They are read with the
 * configuration, and their content is what counts.
 *
 * @param home where relative paths start
 */
record SourceFiles(Path home) {
  private static final long MOST_BYTES = 4 << 20;

  /** The table in a file of that name; or what is wrong with it, going on after the name. */
  Either<String, ValueTable> table(String file) {
    return path(file).flatMap(ValueTableFile::read);
  }

  /** The text in a file of that name; or what is wrong with it, going on after the name. */
  Either<String, String> text(String file) {
    return path(file).flatMap(SourceFiles::read);
  }

  /**
   * The rates in that file; or all that is wrong with it, going on after the name.
   *
   * @param to the currency that is converted to
   */
  Either<List<String>, List<DatedRate>> rates(Path file, String to) {
    return RatesFile.read(home.resolve(file).normalize(), to);
  }

  private Either<String, Path> path(String file) {
    return Parsers.path(file).map(path -> home.resolve(path).normalize());
  }

  private static Either<String, String> read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Either.left("is larger than any schema: " + Files.size(file) + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      return Either.right(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Either.left("is not UTF-8 text");
    } catch (IOException e) {
      return Either.left("cannot be read: " + e);
    }
  }
}
