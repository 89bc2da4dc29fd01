package io.orderlake.application.audit;

import io.orderlake.domain.silver.ContentHash;

/**
 * A Gold cell's fingerprint.
 *
 * @param table the number of its table among the Gold tables
 * @param cell the hash of its key
 */
record CellId(int table, ContentHash cell) {}
