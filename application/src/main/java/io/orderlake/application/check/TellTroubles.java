package io.orderlake.application.check;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Part;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.alert.TroubleLog.Entry;
import io.orderlake.domain.alert.TroubleReceiver;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells troubles unasked, each once at its beginning, when it has lasted as long as its alert
 * wants, and once at its end. What was told, and what is to be told yet, is kept; of each trouble
 * there is one at most, so it stays small however long nobody takes it. What cannot be judged has
 * neither begun nor ended. Looking and telling may be done by two threads; nobody who looks waits
 * for who tells.
 */
public final class TellTroubles implements AutoCloseable {
  private static final Set<Part> ALL = HashSet.of(Part.values());

  private final CheckLake check;
  private final TroubleReceiver receiver;
  private final TroubleLog log;
  private TroubleLog.@Nullable Held held;
  private Map<Finding.Key, Entry> open = LinkedHashMap.empty();
  private Map<Finding.Key, Instant> seen = HashMap.empty();
  private boolean closed;

  public TellTroubles(CheckLake check, TroubleReceiver receiver, TroubleLog log) {
    this.check = check;
    this.receiver = receiver;
    this.log = log;
  }

  /**
   * Looks what is wrong now; while another process tells, does nothing.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when what was told cannot be read or kept; what
   *     was seen is known all the same
   */
  public void look() {
    if (isMine()) {
      take(check.now(ALL));
    }
  }

  private synchronized boolean isMine() {
    if (held == null && !closed) {
      TroubleLog.Held taken = log.tryTake().getOrNull();
      if (taken != null) {
        open = LinkedHashMap.ofEntries(taken.entries().map(e -> Tuple.of(key(e), e)));
        held = taken;
      }
    }
    return held != null;
  }

  private static Finding.Key key(Entry entry) {
    return entry.trouble().key();
  }

  private synchronized void take(Verdict verdict) {
    Map<Finding.Key, Finding> found = verdict.findings().toMap(Finding::key, finding -> finding);
    Set<Alert> judged = verdict.judged().toSet();
    Map<Finding.Key, Instant> before = seen;
    seen =
        before
            .filterKeys(key -> found.containsKey(key) || !judged.contains(key.alert()))
            .merge(found.mapValues(finding -> verdict.at()));
    Map<Finding.Key, Entry> now =
        open.mapValues(
            entry ->
                found.containsKey(key(entry))
                    ? new Entry(entry.trouble().lasting(entry.trouble().since()), entry.isTold())
                    : isOver(entry, judged)
                        ? new Entry(entry.trouble().over(verdict.at()), entry.isTold())
                        : entry);
    for (Finding finding : found.values()) {
      Instant since = seen.get(finding.key()).get();
      Duration patience = finding.alert().patience();
      if (!now.containsKey(finding.key()) && !verdict.at().isBefore(since.plus(patience))) {
        now = now.put(finding.key(), new Entry(Trouble.begun(finding, since), false));
      }
    }
    become(now);
  }

  private static boolean isOver(Entry entry, Set<Alert> judged) {
    return entry.trouble().until().isEmpty() && judged.contains(entry.trouble().alert());
  }

  /** Kept only when it has changed. */
  private void become(Map<Finding.Key, Entry> now) {
    Seq<Entry> entries = now.values();
    boolean changed = !entries.equals(open.values());
    open = now;
    TroubleLog.Held mine = held;
    if (changed && mine != null) {
      mine.keep(entries);
    }
  }

  /**
   * Tells what is to be told, until that is all or the receiver does not take it.
   *
   * @return false when something is left
   * @throws io.orderlake.domain.lake.LakeFailure when it cannot be kept that it was told
   */
  public boolean tell() {
    for (Option<Trouble> next = next(); next.isDefined(); next = next()) {
      if (!receiver.tell(next.get())) {
        return false;
      }
      told(next.get());
    }
    return true;
  }

  /** The beginning first, also of what is over by now. */
  private synchronized Option<Trouble> next() {
    return open.values()
        .find(entry -> !entry.isTold() || entry.trouble().until().isDefined())
        .map(
            entry ->
                entry.isTold()
                    ? entry.trouble()
                    : entry.trouble().lasting(entry.trouble().since()));
  }

  private synchronized void told(Trouble told) {
    Finding.Key key = told.key();
    Option<Entry> known = open.get(key);
    if (known.isEmpty()) {
      return;
    }
    Trouble trouble = known.get().trouble();
    if (told.until().isEmpty()) {
      become(open.put(key, new Entry(trouble, true)));
    } else if (trouble.until().isDefined()) {
      become(open.remove(key));
    } else { // it has come back while its end was told
      become(open.put(key, new Entry(trouble.lasting(told.until().get()), false)));
    }
  }

  /** Lets another process tell; what is left to be told is its. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    TroubleLog.Held mine = held;
    held = null;
    if (mine != null) {
      mine.close();
    }
  }
}
