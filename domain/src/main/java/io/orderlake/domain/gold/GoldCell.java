package io.orderlake.domain.gold;

import java.io.Serializable;

/**
 * One row of a Gold table.
 *
 * @param key which cell
 * @param figures what was added up in it
 */
public record GoldCell(GoldKey key, Figures figures) implements Serializable {}
