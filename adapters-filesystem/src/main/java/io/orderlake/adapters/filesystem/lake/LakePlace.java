package io.orderlake.adapters.filesystem.lake;

import io.orderlake.domain.table.LakeTables;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What lies where a lake is looked for. Looking makes nothing.
 *
 * @param missing why there is no lake there, as the part of a sentence; none when there is one
 * @param isBlocked whether no lake can be made there either
 */
public record LakePlace(Option<String> missing, boolean isBlocked) {
  private static final int NAMED = 3;

  /** What lakes have that were written before they had a register. */
  private static final Seq<String> TRACES =
      LakeTables.FIXED
          .map(table -> table.id().path() + "/_delta_log")
          .appendAll(List.of("runs/lake-versions", "runs/journal", "triggers/epoch.json"));

  /** Looks. */
  public static LakePlace look(Path directory) {
    if (!Files.exists(directory)) {
      return new LakePlace(Option.some(absent(directory)), Files.isSymbolicLink(directory));
    }
    if (!Files.isDirectory(directory)) {
      return new LakePlace(Option.some("it is a file, not a directory"), true);
    }
    boolean isLake =
        TRACES.prepend(FileLakeRegister.FILE).exists(name -> isThere(directory.resolve(name)));
    return new LakePlace(isLake ? Option.none() : Option.some(other(directory)), false);
  }

  public boolean isLake() {
    return missing.isEmpty();
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String absent(Path directory) {
    if (Files.isSymbolicLink(directory)) {
      return "it is a symbolic link to something that does not exist" + target(directory);
    }
    for (Path above = directory.getParent(); above != null; above = above.getParent()) {
      if (Files.isDirectory(above)) {
        boolean isParent = above.equals(directory.getParent());
        return !Files.isExecutable(above)
            ? above + " may not be looked into"
            : isParent ? "it does not exist" : "neither it nor all directories above it exist";
      }
    }
    return "it does not exist";
  }

  private static String target(Path link) {
    try {
      return ": " + Files.readSymbolicLink(link);
    } catch (IOException e) {
      return "";
    }
  }

  private static String other(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      List<String> names =
          List.ofAll(files).map(file -> String.valueOf(file.getFileName())).sorted();
      return names.isEmpty()
          ? "the directory is empty"
          : "the directory holds other things ("
              + names.take(NAMED).mkString(", ")
              + (names.size() > NAMED ? ", …" : "")
              + ")";
    } catch (IOException e) {
      return "the directory cannot be read (" + e + ")";
    }
  }
}
