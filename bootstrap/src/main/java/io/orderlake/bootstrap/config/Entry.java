package io.orderlake.bootstrap.config;

/**
 * A configured text and where it comes from.
 *
 * @param text as written
 * @param origin who wrote it
 */
public record Entry(String text, Origin origin) {}
