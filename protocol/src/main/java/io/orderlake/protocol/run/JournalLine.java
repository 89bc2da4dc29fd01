package io.orderlake.protocol.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * One line of the journal, JSON in itself: {@code {"crc32c":"01234567","n":12,"event":{…}}}. The
 * checksum is over the line's bytes from {@code "n"} on.
 *
 * @param text without the line end; its checksum is right
 * @param number from 1, without gaps over all that holds lines
 */
public record JournalLine(String text, long number) {
  private static final String START = "{\"crc32c\":\"";
  private static final int CHECKED_FROM = START.length() + 8 + 2;
  private static final String NUMBER = "\"n\":";
  private static final String EVENT = ",\"event\":";

  /** The bytes of a line, with its end. */
  public static byte[] write(long number, JournalEvent event) {
    String rest = NUMBER + number + EVENT + EventJson.write(event) + "}";
    return (START + checksum(rest.getBytes(UTF_8), 0) + "\"," + rest + "\n").getBytes(UTF_8);
  }

  /** The line in those bytes, without its end, if its checksum and its number are right. */
  public static JournalLine check(byte[] line, long expected) throws MalformedJson {
    JournalLine checked = check(line);
    if (checked.number() != expected) {
      throw new MalformedJson("its number is " + checked.number() + ", expected " + expected);
    }
    return checked;
  }

  /** As above, of any number. */
  public static JournalLine check(byte[] line) throws MalformedJson {
    String text = new String(line, UTF_8);
    int event = text.indexOf(EVENT);
    if (line.length < CHECKED_FROM
        || !text.startsWith(START)
        || !text.startsWith(NUMBER, CHECKED_FROM)
        || event < 0) {
      throw new MalformedJson("it is no line of a journal");
    }
    String recorded = text.substring(START.length(), START.length() + 8);
    String actual = checksum(line, CHECKED_FROM);
    if (!recorded.equals(actual)) {
      throw new MalformedJson("its checksum is " + actual + ", not " + recorded + " as recorded");
    }
    return new JournalLine(text, number(text.substring(CHECKED_FROM + NUMBER.length(), event)));
  }

  public JournalEvent event() throws MalformedJson {
    StrictObject line = StrictJson.read(text);
    return EventJson.read(line.object("event"));
  }

  /** As it stands in the line. */
  public String checksum() {
    return text.substring(START.length(), START.length() + 8);
  }

  /** False only if the event is none of that run. */
  public boolean mayBeOf(RunId runId) {
    return text.contains("\"run_id\":\"" + runId + "\"");
  }

  private static long number(String digits) throws MalformedJson {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new MalformedJson("its number is '" + digits + "'");
    }
  }

  private static String checksum(byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, bytes.length - from);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
