package io.orderlake.adapters.filesystem.lake;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.lake.LakeVersionJson;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Published lake versions as immutable files {@code <20-digit number>.json}. A file is created by
 * linking a finished temporary file to its name, which fails if the name is taken, so of two
 * publishers of one number one succeeds. Which of them can still be read is said in {@code
 * oldest-kept.json} beside them.
 */
public final class FileLakeVersions implements LakeVersions {
  private static final int SEARCHED_FOR_A_RUN = 100;
  private static final int SIZE_LIMIT = 16 << 20;

  private final Path directory;
  private final OldestKept oldestKept;
  private LakeVersion newest = LakeVersion.empty();
  private boolean listed;

  /**
   * The versions in that directory.
   *
   * @param directory {@code runs/lake-versions}; created when the first version is published
   */
  public FileLakeVersions(Path directory) {
    this.directory = directory;
    this.oldestKept = new OldestKept(directory);
  }

  /** Lists the directory once, then only asks whether there is a next one. */
  @Override
  public synchronized LakeVersion latest() {
    long number = listed ? newest.number() : highestListed();
    while (Files.exists(file(number + 1))) {
      number++;
    }
    if (number != newest.number()) {
      newest = existing(number);
    }
    listed = true;
    return newest;
  }

  @Override
  public Option<LakeVersion> version(long number) {
    return number < 1 || number > latest().number() ? Option.none() : Option.some(existing(number));
  }

  @Override
  public Option<LakeVersion> publishedBy(RunId run) {
    LakeVersion version = latest();
    for (int i = 0; i < SEARCHED_FOR_A_RUN && !version.isEmpty(); i++) {
      if (version.publishedBy().equals(run)) {
        return Option.some(version);
      }
      version = version.number() == 1 ? LakeVersion.empty() : existing(version.number() - 1);
    }
    return Option.none();
  }

  @Override
  public synchronized Either<String, LakeVersion> publish(LakeVersion next) {
    return next.mayFollow(latest())
        .flatMap(allowed -> create(allowed) ? Either.right(allowed) : allowed.mayFollow(latest()));
  }

  @Override
  public long oldestKept() {
    return oldestKept.read();
  }

  @Override
  public synchronized void keepSince(long number) {
    oldestKept.raise(number);
  }

  private boolean create(LakeVersion next) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
      }
      return DurableFiles.putNew(directory, file(next.number()), LakeVersionJson.write(next));
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot publish lake version " + next.number() + " in " + directory + ": " + e, e);
    }
  }

  private LakeVersion existing(long number) {
    if (number == 0) {
      return LakeVersion.empty();
    }
    Path file = file(number);
    try {
      LakeVersion version = LakeVersionJson.read(DurableFiles.read(file, SIZE_LIMIT));
      if (version.number() != number) {
        throw damaged(file, "it says it is version " + version.number(), null);
      }
      return version;
    } catch (MalformedJson e) {
      throw damaged(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw damaged(file, "it is missing though newer versions are there", e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the lake version " + file + ": " + e, e);
    }
  }

  private static LakeFailure damaged(Path file, String how, @Nullable Exception cause) {
    String message =
        "the lake version %s is damaged: %s; restore this file from a backup".formatted(file, how);
    return cause == null
        ? LakeFailure.lasting(message)
        : LakeFailure.because(FailureCause.DAMAGED, message, cause);
  }

  private long highestListed() {
    long highest = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[0-9]*.json")) {
      for (Path file : files) {
        highest = Math.max(highest, number(file));
      }
      return highest;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw LakeFailure.of("cannot list the lake versions in " + directory + ": " + e, e);
    }
  }

  private static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("\\d{20}\\.json") && name.startsWith("0")
        ? Long.parseLong(name, 0, 20, 10)
        : 0;
  }

  private Path file(long number) {
    return directory.resolve(String.format(Locale.ROOT, "%020d.json", number));
  }
}
