package io.orderlake.bootstrap.up;

import io.orderlake.domain.failure.FailureCause;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What troubles the parts of a process, told once: each reason when it is first met, and when the
 * part works again; not at each of the tries in between. A full disk troubles many parts at a time
 * and in many words, and is told once for all of them. Safe for use by several threads.
 */
public final class Troubles {
  private static final Pattern CHANGING = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+");

  private final Consumer<String> notes;
  private Map<String, Set<String>> open = HashMap.empty();
  private Set<String> withoutRoom = HashSet.empty();

  /**
   * None yet.
   *
   * @param notes takes a sentence, on the thread of whoever is in trouble
   */
  public Troubles(Consumer<String> notes) {
    this.notes = notes;
  }

  /**
   * A part is in trouble, still or anew.
   *
   * @param reason what is the matter; numbers and ids in it may change from try to try
   * @param sentence how it is told, if it is
   * @return true when it was told
   */
  public synchronized boolean met(String part, String reason, String sentence) {
    if (FailureCause.toldBy(reason).contains(FailureCause.DISK_FULL)) {
      boolean first = withoutRoom.isEmpty();
      withoutRoom = withoutRoom.add(part);
      if (first) {
        notes.accept("the disk is full: make room, and all goes on by itself (" + sentence + ")");
      }
      return first;
    }
    String shape = CHANGING.matcher(reason).replaceAll("#");
    Set<String> told = open.getOrElse(part, HashSet.empty());
    if (told.contains(shape)) {
      return false;
    }
    open = open.put(part, told.add(shape));
    notes.accept(sentence);
    return true;
  }

  /** A part works; told only when it did not before. */
  public synchronized void over(String part, String sentence) {
    if (withoutRoom.contains(part)) {
      withoutRoom = withoutRoom.remove(part);
      if (withoutRoom.isEmpty()) {
        notes.accept("there is room on the disk again");
      }
    }
    if (open.containsKey(part)) {
      open = open.remove(part);
      notes.accept(sentence);
    }
  }
}
