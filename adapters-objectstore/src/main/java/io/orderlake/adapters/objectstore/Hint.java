package io.orderlake.adapters.objectstore;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.orderlake.domain.lake.LakeFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An object with a number that was reached some time ago, from which one looks on. It may be
 * behind, missing or damaged, and nothing rests on it but how long a look takes; a number is put
 * into it only after what it counts is there.
 */
public final class Hint {
  private static final Logger LOG = LoggerFactory.getLogger(Hint.class);
  private static final int LONGEST = 19;

  private final ControlPlace place;
  private final String name;

  public Hint(ControlPlace place, String name) {
    this.place = place;
    this.name = name;
  }

  /** 0 where there is none that can be read. */
  public long read() {
    String text = place.get(name).map(bytes -> new String(bytes, US_ASCII).strip()).getOrElse("");
    boolean isNumber =
        !text.isEmpty()
            && text.length() < LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(text) : 0;
  }

  /** Puts it, or leaves it behind. */
  public void put(long reached) {
    try {
      place.put(name, (reached + "\n").getBytes(US_ASCII));
    } catch (LakeFailure e) {
      LOG.debug("the hint {} stays behind", place.shown(name), e);
    }
  }
}
