package io.orderlake.adapters.filesystem.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What shows that somebody may ask for runs in a lake's console: a text that its file alone holds,
 * which nobody but its owner can read. All consoles of a lake have the same.
 *
 * @param file where it is kept
 * @param text 256 random bits in the letters of base64; never logged
 */
public record ConsoleToken(Path file, String text) {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LONGEST_FILE = 1000;

  /**
   * That of a lake, made when there is none. To have another, remove the file and start the console
   * again.
   *
   * @param data the lake's directory
   * @throws LakeFailure when it cannot be made or read, or when others can read its file
   */
  public static ConsoleToken of(Path data) {
    Path file = data.resolve("runs").resolve("console-token");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return read(file);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read or make the console's token in " + file + ": " + e, e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
    Path directory = file.resolveSibling("").toAbsolutePath();
    Files.createDirectories(directory);
    try {
      boolean unused =
          DurableFiles.putNew(
              directory,
              file,
              text.getBytes(US_ASCII),
              PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    } catch (UnsupportedOperationException e) {
      throw new IOException("its file system knows no owners", e);
    }
  }

  private static ConsoleToken read(Path file) throws IOException {
    if (!OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
      throw LakeFailure.lasting(
          "others than its owner may read or change the console's token in "
              + file
              + "; remove the file, and the console makes another");
    }
    String text = new String(DurableFiles.read(file, LONGEST_FILE), US_ASCII).strip();
    if (!FORM.matcher(text).matches()) {
      throw LakeFailure.lasting(
          "the console's token in "
              + file
              + " is damaged; remove the file, and the console makes another");
    }
    return new ConsoleToken(file, text);
  }

  @Override
  public String toString() {
    return "ConsoleToken[file=" + file + "]";
  }
}
