package io.orderlake.application.delivery;

import io.vavr.control.Option;

/**
 * Records by what became of them.
 *
 * @param sent handed over to the log
 * @param acknowledged stored
 * @param failed not stored, as far as the client can tell
 * @param firstFailure why the first one failed; none when none did
 */
public record DeliveryCounts(
    long sent, long acknowledged, long failed, Option<String> firstFailure) {}
