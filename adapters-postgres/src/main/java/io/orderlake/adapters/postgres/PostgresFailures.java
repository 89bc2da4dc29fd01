package io.orderlake.adapters.postgres;

import static io.orderlake.domain.failure.FailureCause.BUSY;
import static io.orderlake.domain.failure.FailureCause.DAMAGED;
import static io.orderlake.domain.failure.FailureCause.DENIED;
import static io.orderlake.domain.failure.FailureCause.DISK_FULL;
import static io.orderlake.domain.failure.FailureCause.IN_THE_WAY;
import static io.orderlake.domain.failure.FailureCause.MISSING;
import static io.orderlake.domain.failure.FailureCause.OTHER_WRITER;
import static io.orderlake.domain.failure.FailureCause.OUT_OF_MEMORY;
import static io.orderlake.domain.failure.FailureCause.READ_ONLY;
import static io.orderlake.domain.failure.FailureCause.STORE_FAULT;
import static io.orderlake.domain.failure.FailureCause.TIMED_OUT;
import static io.orderlake.domain.failure.FailureCause.UNREACHABLE;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.net.SocketTimeoutException;
import java.sql.SQLException;

/** What PostgreSQL's errors mean, by their SQLSTATE. */
final class PostgresFailures {
  private PostgresFailures() {}

  /**
   * The failure of what was attempted.
   *
   * @param attempted e.g. {@code serving lake version 7}
   * @param address where
   */
  static LakeFailure of(String attempted, PostgresAddress address, SQLException failure) {
    FailureCause why =
        isOfTheConnection(failure)
            ? ofTheConnection(failure)
            : FailureCause.of(failure, PostgresFailures::told);
    return LakeFailure.because(
        why,
        "%s in %s failed: %s; %s"
            .formatted(attempted, address, failure.getMessage(), why.whatToDo()),
        failure);
  }

  /** What it broke over may be told as the end of a file: none of ours. */
  private static boolean isOfTheConnection(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static FailureCause ofTheConnection(SQLException failure) {
    return failure.getCause() instanceof SocketTimeoutException ? TIMED_OUT : UNREACHABLE;
  }

  private static Option<FailureCause> told(Throwable failure) {
    return failure instanceof SQLException sql && sql.getSQLState() != null
        ? cause(sql.getSQLState())
        : Option.none();
  }

  private static Option<FailureCause> cause(String state) {
    return switch (state) {
      case "42501" -> Option.some(DENIED);
      case "3D000", "3F000" -> Option.some(MISSING);
      case "25006" -> Option.some(READ_ONLY);
      case "53100" -> Option.some(DISK_FULL);
      case "53200" -> Option.some(OUT_OF_MEMORY);
      case "53300", "55P03", "55006" -> Option.some(BUSY);
      case "40001", "40P01" -> Option.some(OTHER_WRITER);
      case "57014" -> Option.some(TIMED_OUT);
      case "2BP01", "42P06", "42P07", "42710", "42809" -> Option.some(IN_THE_WAY);
      case "23505", "XX001", "XX002" -> Option.some(DAMAGED);
      default -> ofClass(state.substring(0, 2));
    };
  }

  private static Option<FailureCause> ofClass(String kind) {
    return switch (kind) {
      case "28" -> Option.some(DENIED);
      case "53", "58", "XX" -> Option.some(STORE_FAULT);
      default -> Option.none();
    };
  }
}
