package io.orderlake.adapters.filesystem.schema;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.schema.SchemaAnswerJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In a directory of the lake: {@code 7.json} is the first answer to the id 7, {@code 7-later.json},
 * where that was that there is none, the schema that it got later.
 */
public final class FileKeptSchemas implements KeptSchemas {
  private static final long serialVersionUID = 1;
  private static final int SIZE_LIMIT = 64 << 20;
  private static final Pattern FIRST = Pattern.compile("([1-9][0-9]{0,9})\\.json");

  /** A path would not travel. */
  private final String directory;

  /**
   * The schemas of a lake.
   *
   * @param directory theirs alone; created when something is kept
   */
  public FileKeptSchemas(Path directory) {
    this.directory = directory.toString();
  }

  private Path directory() {
    return Path.of(directory);
  }

  private Path first(int id) {
    return directory().resolve(id + ".json");
  }

  private Path later(int id) {
    return directory().resolve(id + "-later.json");
  }

  @Override
  public String place(int id) {
    return first(id).toString();
  }

  @Override
  public Option<KeptAnswer> find(int id) {
    return read(id, first(id)).map(KeptAnswer::first).map(first -> withLater(id, first));
  }

  private KeptAnswer withLater(int id, KeptAnswer first) {
    return first.answer() instanceof SchemaAnswer.Unknown
            && read(id, later(id)).getOrNull() instanceof SchemaAnswer.Known known
        ? first.then(known.schema())
        : first;
  }

  private static Option<SchemaAnswer> read(int id, Path file) {
    try {
      byte[] bytes = DurableFiles.read(file, SIZE_LIMIT);
      requireKnown(file, bytes);
      return Option.some(SchemaAnswerJson.read(id, bytes));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          ("the kept schema %s is damaged: %s; restore this file from a backup. Where there is none"
                  + " and the registry still has the id, move it away: the next run of Silver that"
                  + " meets the id fetches it anew")
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot read the kept schema " + file + ": " + e + "; make the file readable", e);
    }
  }

  private static void requireKnown(Path file, byte[] bytes) throws MalformedJson {
    long format = SchemaAnswerJson.format(bytes);
    if (format > SchemaAnswerJson.FORMAT) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "the kept schema %s has format %s, and this Orderlake knows it up to %s; use the newer one"
              .formatted(file, format, SchemaAnswerJson.FORMAT));
    }
  }

  @Override
  public KeptAnswer keep(int id, SchemaAnswer answer) {
    return put(first(id), id, answer)
        ? KeptAnswer.first(answer)
        : find(id).getOrElse(KeptAnswer.first(answer));
  }

  @Override
  public void keepLater(int id, RegisteredSchema schema) {
    if (find(id).exists(kept -> kept.answer() instanceof SchemaAnswer.Unknown)) {
      put(later(id), id, new SchemaAnswer.Known(schema));
    }
  }

  private boolean put(Path file, int id, SchemaAnswer answer) {
    try {
      Files.createDirectories(directory());
      return DurableFiles.putNew(directory(), file, SchemaAnswerJson.write(id, answer));
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot keep the schema %s in %s: %s; make the directory writable".formatted(id, file, e),
          e);
    }
  }

  @Override
  public List<Integer> unknown() {
    List<Integer> unknown = new ArrayList<>();
    for (int id : ids()) {
      if (find(id).exists(kept -> kept.answer() instanceof SchemaAnswer.Unknown)) {
        unknown.add(id);
      }
    }
    unknown.sort(null);
    return unknown;
  }

  private List<Integer> ids() {
    List<Integer> ids = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory())) {
      for (Path file : files) {
        Matcher name = FIRST.matcher(file.getFileName().toString());
        if (name.matches() && Long.parseLong(name.group(1)) <= Integer.MAX_VALUE) {
          ids.add(Integer.valueOf(name.group(1)));
        }
      }
      return ids;
    } catch (NoSuchFileException e) {
      return ids;
    } catch (IOException | DirectoryIteratorException e) {
      throw LakeFailure.of("cannot list the kept schemas in " + directory + ": " + e, e);
    }
  }
}
