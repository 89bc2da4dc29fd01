package io.orderlake.adapters.kafka;

import io.orderlake.domain.failure.FailureCause;
import io.vavr.control.Option;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What Kafka's own exceptions mean. */
public final class KafkaCauses {
  private static final String UNRESOLVED = "No resolvable bootstrap urls";

  private KafkaCauses() {}

  /** The cause of what a client of Kafka's threw; what none of them tells may pass. */
  public static FailureCause of(Throwable failure) {
    return FailureCause.find(failure, KafkaCauses::ofKafkas)
        .getOrElse(
            () ->
                failure instanceof KafkaException
                    ? FailureCause.STORE_FAULT
                    : FailureCause.of(failure));
  }

  private static Option<FailureCause> ofKafkas(Throwable failure) {
    if (failure instanceof InterruptException) {
      return Option.some(FailureCause.INTERRUPTED);
    }
    if (failure instanceof TimeoutException) {
      return Option.some(FailureCause.TIMED_OUT);
    }
    if (failure instanceof AuthenticationException || failure instanceof AuthorizationException) {
      return Option.some(FailureCause.DENIED);
    }
    if (failure instanceof InvalidOffsetException) {
      return Option.some(FailureCause.SOURCE_LOST);
    }
    if (failure instanceof SerializationException) {
      return Option.some(FailureCause.DAMAGED);
    }
    if (failure instanceof ConfigException) {
      return Option.some(
          String.valueOf(failure.getMessage()).contains(UNRESOLVED)
              ? FailureCause.UNREACHABLE
              : FailureCause.MISCONFIGURED);
    }
    if (failure instanceof RetriableException) {
      return Option.some(FailureCause.UNREACHABLE);
    }
    return Option.when(failure instanceof ApiException, FailureCause.MISCONFIGURED);
  }
}
