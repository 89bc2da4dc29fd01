package io.orderlake.adapters.objectstore;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param name its key without the prefix that was listed
 * @param size in bytes
 * @param modified when it was put, by the store's clock
 */
public record StoredObject(String name, long size, Instant modified) {}
