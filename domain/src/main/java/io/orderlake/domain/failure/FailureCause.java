package io.orderlake.domain.failure;

import static io.orderlake.domain.failure.Verdict.LASTING;
import static io.orderlake.domain.failure.Verdict.PASSING;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.function.Function;

/**
 * Why something failed that is no refusal by a rule of business. Each cause has one verdict,
 * whoever meets it.
 */
public enum FailureCause {
  DISK_FULL(
      PASSING,
      "the disk, or this user's share of it, is full",
      "make room; all goes on by itself then"),
  TOO_MANY_FILES(
      PASSING,
      "this process, or the machine, may open no more files",
      "if it stays, raise the limit of open files (`ulimit -n`) and start again"),
  OUT_OF_MEMORY(
      PASSING,
      "the memory did not suffice, or no thread could be started",
      "if it stays, set `ORDERLAKE_HEAP` to more, or raise `ulimit -u`"),
  INTERRUPTED(
      PASSING, "the process was told to stop while it was at it", "nothing, if it was meant so"),
  TIMED_OUT(
      PASSING,
      "a store, a broker or a host did not answer in time",
      "if it stays, look at the network and at the load there"),
  UNREACHABLE(
      PASSING,
      "a host or a broker cannot be reached, or broke the connection off",
      "if it stays, check that it runs, its address and the network"),
  BUSY(
      PASSING,
      "the operating system has the file, the device or a lock in use",
      "if it stays, look who uses it"),
  OTHER_WRITER(
      PASSING, "another writer committed first; nothing was added", "nothing; it is made anew"),
  REPLACED(
      PASSING, "what was being read was replaced or removed meanwhile", "nothing; it is read anew"),
  CLOSED(
      PASSING,
      "a file, a connection or a store was closed while it was in use",
      "nothing; it is opened anew"),
  STORE_FAULT(
      PASSING,
      "a store failed in a way that is not in this list, e.g. `Input/output error`",
      "if it stays, look at the message, at the system's log and at the disk"),
  MISSING(
      LASTING,
      "a file or a directory that has to be there is missing",
      "restore it from a backup or mount what it lies on; a projection can be rebuilt"),
  DENIED(
      LASTING,
      "this user may not: rights of a file, a password, a certificate, an access list",
      "give the right, or correct the credentials, as the message says"),
  READ_ONLY(
      LASTING,
      "the file system cannot be written to",
      "mount it for writing, or choose another directory with `--data`"),
  IN_THE_WAY(
      LASTING,
      "something else is where a file or a directory belongs, or somebody else writes there",
      "move away what the message names, or end the other one"),
  TOO_LONG(
      LASTING,
      "a name, a path or a file is longer than the system takes",
      "choose a shorter one, as the message says"),
  UNSUPPORTED(
      LASTING,
      "the file system, or the broker, cannot do what is needed, e.g. rename atomically",
      "put the data directory on another file system; look into the operations guide"),
  DAMAGED(
      LASTING,
      "what is stored is damaged or contradicts itself",
      "restore what the message names from a backup, or rebuild the table; `audit` says more"),
  CUT_SHORT(
      LASTING,
      "a file ends before its content does",
      "restore it from a backup, or rebuild the table"),
  OTHER_SHAPE(
      LASTING,
      "what is stored is of another version or shape than this process knows",
      "use the Orderlake that the message names, or start again"),
  SOURCE_LOST(
      LASTING,
      "the topic, or offsets of it that were not stored yet, are no longer there",
      "decide what becomes of the gap, see the operations guide"),
  MISCONFIGURED(LASTING, "a setting cannot be used", "correct the setting that the message names"),
  DEFECT(
      Verdict.DEFECT,
      "the program is wrong, or a library did what it never should",
      "report it with the log");

  private final Verdict verdict;
  private final String happened;
  private final String whatToDo;

  FailureCause(Verdict verdict, String happened, String whatToDo) {
    this.verdict = verdict;
    this.happened = happened;
    this.whatToDo = whatToDo;
  }

  /** What to expect of the same call later. */
  public Verdict verdict() {
    return verdict;
  }

  /** What happened, as part of a sentence. */
  public String happened() {
    return happened;
  }

  /** What a person can do about it, as part of a sentence. */
  public String whatToDo() {
    return whatToDo;
  }

  /** Whether the same call may succeed later without anybody's doing. */
  public boolean isPassing() {
    return verdict == PASSING;
  }

  /**
   * Whether what stays up should go on trying: it passes, or a person mends it around the process
   * and not in what is stored, and nothing has to be started anew after that.
   */
  public boolean isWaitedFor() {
    return isPassing()
        || switch (this) {
          case MISSING, DENIED, READ_ONLY, IN_THE_WAY -> true;
          default -> false;
        };
  }

  /** The cause of what the JDK throws; whatever it does not tell is a defect, I/O apart. */
  public static FailureCause of(Throwable failure) {
    return of(failure, nothing -> Option.none());
  }

  /**
   * The cause of what a library and the JDK throw.
   *
   * @param library tells the library's own exceptions, each without looking at its causes
   */
  public static FailureCause of(
      Throwable failure, Function<Throwable, Option<FailureCause>> library) {
    return find(failure, library)
        .getOrElse(
            () -> chain(failure).exists(IOException.class::isInstance) ? STORE_FAULT : DEFECT);
  }

  /**
   * As above, none where neither tells. What was {@link Classified} stays; a full disk speaks in
   * many tongues, so it counts wherever it is said; else the innermost cause that is told decides.
   */
  public static Option<FailureCause> find(
      Throwable failure, Function<Throwable, Option<FailureCause>> library) {
    List<Throwable> chain = chain(failure);
    return chain
        .find(Classified.class::isInstance)
        .map(known -> ((Classified) known).failureCause())
        .orElse(
            () ->
                chain
                    .find(t -> toldBy(String.valueOf(t.getMessage())).contains(DISK_FULL))
                    .map(full -> DISK_FULL))
        .orElse(
            () ->
                chain
                    .reverse()
                    .flatMap(t -> library.apply(t).orElse(() -> Telltales.of(t)))
                    .headOption());
  }

  /** The cause that a message tells in the words of an operating system or of the JDK. */
  public static Option<FailureCause> toldBy(String message) {
    return Telltales.in(message);
  }

  /** The failure and its causes, the innermost last. */
  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> innermostFirst = List.empty();
    for (Throwable t = failure; t != null && !innermostFirst.contains(t); t = t.getCause()) {
      innermostFirst = innermostFirst.prepend(t);
    }
    return innermostFirst.reverse();
  }
}
