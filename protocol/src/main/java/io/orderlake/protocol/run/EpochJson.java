package io.orderlake.protocol.run;

import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;

/** The last epoch that was given out: {@code {"epoch":…}}. */
public final class EpochJson {
  private static final String FIELD = "epoch";

  private EpochJson() {}

  public static byte[] write(long epoch) {
    return StrictJson.pretty(StrictJson.object().put(FIELD, epoch));
  }

  public static long read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    long epoch = node.whole(FIELD, 1);
    node.nothingElse();
    return epoch;
  }
}
