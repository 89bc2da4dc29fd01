package io.orderlake.protocol.lake;

import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;

/** The oldest lake version that can still be read: {@code {"oldest_kept":…}}. */
public final class OldestKeptJson {
  /** The number of the first lake version. */
  public static final long FIRST = 1;

  private static final String FIELD = "oldest_kept";

  private OldestKeptJson() {}

  public static byte[] write(long number) {
    return StrictJson.pretty(StrictJson.object().put(FIELD, number));
  }

  public static long read(byte[] bytes) throws MalformedJson {
    StrictObject fields = StrictJson.read(bytes);
    long number = fields.whole(FIELD, FIRST);
    fields.nothingElse();
    return number;
  }
}
