package io.orderlake.adapters.console.page;

import java.util.function.Supplier;

/**
 * Something that is told at a path as it is, without the console's frame.
 *
 * @param path e.g. {@code /metrics}
 * @param mediaType what the bytes are
 * @param bytes made anew for whoever asks
 */
public record Extra(String path, String mediaType, Supplier<byte[]> bytes) {}
