package io.orderlake.application.audit.scan;

import io.orderlake.domain.gold.GoldProjection;

/**
 * A Gold table in the lake version.
 *
 * @param projection what the table holds
 * @param version the table's own version
 * @param lastSequence the last ingest sequence of Bronze that has reached the table
 */
public record PublishedGold(GoldProjection projection, long version, long lastSequence) {}
