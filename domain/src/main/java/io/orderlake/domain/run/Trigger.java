package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Option;
import java.util.function.Consumer;
import java.util.function.Function;

/** What lies in the inbox under one name. */
public sealed interface Trigger {
  /** A request as the protocol wants it. */
  record WellFormed(RunRequest request) implements Trigger {}

  /**
   * Something that is no request.
   *
   * @param file its name in the inbox, which tells it from the others there
   * @param runId the id it was asked under, when at least that can be made out
   * @param reason what is wrong with it and what to do
   */
  record Malformed(String file, Option<RunId> runId, String reason) implements Trigger {}

  /** Each case to its function. */
  default <R> R fold(Function<RunRequest, R> wellFormed, Function<Malformed, R> malformed) {
    return this instanceof WellFormed r
        ? wellFormed.apply(r.request())
        : malformed.apply((Malformed) this);
  }

  /** Hands each case to its consumer. */
  default void match(Consumer<RunRequest> wellFormed, Consumer<Malformed> malformed) {
    if (this instanceof WellFormed r) {
      wellFormed.accept(r.request());
    } else {
      malformed.accept((Malformed) this);
    }
  }
}
