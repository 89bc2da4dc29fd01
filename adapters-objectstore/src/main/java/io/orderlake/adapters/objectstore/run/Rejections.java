package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.vavr.control.Option;

/**
 * What was no request, each under its name, or that and a number, with its reason beside it. The
 * reason first, so that nothing is there without one; what was moved is removed last.
 */
record Rejections(ControlPlace rejected) {
  private static final int NAME_LIMIT = 200;

  /** What is larger than any request, but no more than this, is kept; in bytes. */
  private static final long KEPT = 16 << 20;

  /** False when there is no such object. */
  boolean move(ControlPlace from, String name, String reason) {
    Option<StoredObject> found = from.list(name).headOption().filter(o -> o.name().equals(name));
    for (StoredObject object : found) {
      String free = explain(name, reason);
      if (object.size() <= KEPT) {
        from.get(name).forEach(bytes -> rejected.put(free, bytes));
      } else {
        rejected.put(free, "its %s bytes were not kept\n".formatted(object.size()).getBytes(UTF_8));
      }
      from.delete(name);
    }
    return found.isDefined();
  }

  /** Puts the reason under the first name that is free. */
  private String explain(String wanted, String reason) {
    String base = wanted.length() > NAME_LIMIT ? wanted.substring(0, NAME_LIMIT) : wanted;
    byte[] text = (reason + "\n").getBytes(UTF_8);
    String name = base;
    for (int number = 1; !rejected.putNew(name + ".reason.txt", text); number++) {
      name = base + "." + number;
    }
    return name;
  }
}
