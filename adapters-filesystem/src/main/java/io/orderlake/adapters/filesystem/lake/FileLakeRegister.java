package io.orderlake.adapters.filesystem.lake;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.lake.PropertiesJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A lake's properties in the file {@value #FILE} of its directory. */
public final class FileLakeRegister implements LakeRegister {
  /** The file's name. */
  public static final String FILE = "lake.json";

  private static final int SIZE_LIMIT = 1 << 20;

  private final Path directory;

  /**
   * The register of a lake.
   *
   * @param directory the lake's; created when something is entered
   */
  public FileLakeRegister(Path directory) {
    this.directory = directory;
  }

  /** Where it is. */
  public Path file() {
    return directory.resolve(FILE);
  }

  @Override
  public Option<KeptProperties> read() {
    try {
      byte[] bytes = DurableFiles.read(file(), SIZE_LIMIT);
      requireKnown(bytes);
      return Option.some(PropertiesJson.read(bytes));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          ("the lake's properties %s are damaged: %s; restore this file from a backup. Where there"
                  + " is none, move it away: the next role that writes makes it anew from what the"
                  + " tables hold and the configuration says")
              .formatted(file(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot read the lake's properties " + file() + ": " + e + "; make the file readable", e);
    }
  }

  private void requireKnown(byte[] bytes) throws MalformedJson {
    long format = PropertiesJson.format(bytes);
    if (format > PropertiesJson.FORMAT) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          ("the lake's properties %s have format %s, and this Orderlake knows it up to %s: a newer"
                  + " Orderlake has written them. Nothing was read or written. Use the newer"
                  + " Orderlake")
              .formatted(file(), format, PropertiesJson.FORMAT));
    }
  }

  @Override
  public KeptProperties enter(LakeProperties properties) {
    KeptProperties entered = KeptProperties.from(properties);
    try {
      Files.createDirectories(directory);
      if (DurableFiles.putNew(directory, file(), PropertiesJson.write(entered))) {
        return entered;
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return read().getOrElse(entered);
  }

  @Override
  public void change(KeptProperties properties) {
    try {
      DurableFiles.put(directory, file(), PropertiesJson.write(properties));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private LakeFailure failed(IOException e) {
    return LakeFailure.of(
        "cannot write the lake's properties "
            + file()
            + ": "
            + e
            + "; make the directory writable, or choose another with --data DIR",
        e);
  }
}
