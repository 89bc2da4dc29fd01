package io.orderlake.application.audit.spill;

import io.orderlake.domain.order.ContentHash;

/**
 * A Gold cell's fingerprint.
 *
 * @param table the number of its table among the Gold tables
 * @param cell the hash of its key
 */
public record CellId(int table, ContentHash cell) {}
