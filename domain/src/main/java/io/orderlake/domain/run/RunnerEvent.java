package io.orderlake.domain.run;

import java.time.Instant;

/** What happened to the runner, beside the runs. */
public sealed interface RunnerEvent extends JournalEvent {
  /**
   * A runner became the active one.
   *
   * @param who process and host, for people
   */
  record RunnerTookOver(long epoch, Instant at, String who) implements RunnerEvent {}

  /** The active runner ended in good order. */
  record RunnerStoodDown(long epoch, Instant at) implements RunnerEvent {}

  /**
   * What a crash left torn at the journal's end was set aside.
   *
   * @param what where it was and where it lies now
   */
  record JournalMended(long epoch, Instant at, String what) implements RunnerEvent {}

  /**
   * A file among the requests was none, and bore no usable run id.
   *
   * @param file its name
   * @param reason why it was refused
   */
  record FileRejected(long epoch, Instant at, String file, String reason) implements RunnerEvent {}

  /** Each case to its function. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof RunnerTookOver e) {
      return cases.tookOver(e);
    }
    if (this instanceof RunnerStoodDown e) {
      return cases.stoodDown(e);
    }
    return this instanceof JournalMended e
        ? cases.mended(e)
        : cases.fileRejected((FileRejected) this);
  }

  /** What to do with each case. */
  interface Cases<R> {
    R tookOver(RunnerTookOver event);

    R stoodDown(RunnerStoodDown event);

    R mended(JournalMended event);

    R fileRejected(FileRejected event);
  }
}
