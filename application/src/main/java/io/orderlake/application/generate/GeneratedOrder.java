package io.orderlake.application.generate;

import org.jspecify.annotations.Nullable;

/**
 * A synthetic event, ready to be published.
 *
 * @param eventId its id; null when a defect took it away
 * @param key the record's key
 * @param value the record's bytes
 * @param expectation what must become of it, given that events of one key keep their order
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
public record GeneratedOrder(
    @Nullable String eventId, String key, byte[] value, Expectation expectation) {}
