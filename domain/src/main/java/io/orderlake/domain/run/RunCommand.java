package io.orderlake.domain.run;

/**
 * What a runner wants recorded of a run; {@link RunState#decide} answers with the step it leads to.
 */
public sealed interface RunCommand {
  /** The request was found. */
  record Request(RunRequest request) implements RunCommand {}

  /** It was taken out of the queue. */
  record Claim() implements RunCommand {}

  /** Its job is about to begin. */
  record Start() implements RunCommand {}

  /** Its runner is dead. */
  record Abandon(String why) implements RunCommand {}

  /** Its job did its work. */
  record Succeed(RunOutcome outcome) implements RunCommand {}

  /** Its job failed. */
  record Fail(RunFailure failure) implements RunCommand {}

  /** It is no request. */
  record Reject(String job, String reason) implements RunCommand {}

  /** Each case to its function. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof Request c) {
      return cases.request(c);
    }
    if (this instanceof Claim c) {
      return cases.claim(c);
    }
    if (this instanceof Start c) {
      return cases.start(c);
    }
    if (this instanceof Abandon c) {
      return cases.abandon(c);
    }
    if (this instanceof Succeed c) {
      return cases.succeed(c);
    }
    return this instanceof Fail c ? cases.fail(c) : cases.reject((Reject) this);
  }

  /** What to do with each case. */
  interface Cases<R> {
    R request(Request command);

    R claim(Claim command);

    R start(Start command);

    R abandon(Abandon command);

    R succeed(Succeed command);

    R fail(Fail command);

    R reject(Reject command);
  }
}
