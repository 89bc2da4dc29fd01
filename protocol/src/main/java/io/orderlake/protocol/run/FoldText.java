package io.orderlake.protocol.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.run.KeptFold.Folded;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A fold as lines: the CRC-32C of all that follows, the folding program's version, the number of
 * the last event, what the journal is told by, the state. The journal is told by the numbers and
 * checksums of its first line and of that last one.
 *
 * @param mark what the journal is told by
 */
public record FoldText(Folded folded, String mark) {
  private static final int HEAD = 4;

  /** What a journal is told by. */
  public static String mark(JournalLine first, JournalLine reached) {
    return first.number()
        + ":"
        + first.checksum()
        + " "
        + reached.number()
        + ":"
        + reached.checksum();
  }

  public byte[] write() {
    List<String> lines =
        List.of(folded.version(), Long.toString(folded.number()), mark).appendAll(folded.state());
    return lines.prepend(checksum(lines)).mkString("\n").getBytes(UTF_8);
  }

  /** None when it is damaged. */
  public static Option<FoldText> read(byte[] bytes) {
    List<String> lines = List.of(new String(bytes, UTF_8).split("\n", -1));
    return lines.size() < HEAD || !lines.head().equals(checksum(lines.tail()))
        ? Option.none()
        : Option.some(
            new FoldText(
                new Folded(lines.get(1), Long.parseLong(lines.get(2)), lines.drop(HEAD)),
                lines.get(3)));
  }

  private static String checksum(List<String> lines) {
    CRC32C crc = new CRC32C();
    byte[] bytes = lines.mkString("\n").getBytes(UTF_8);
    crc.update(bytes, 0, bytes.length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
