package io.orderlake.adapters.objectstore.data;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that were seen lately: their lengths, and what the small ones of them hold. */
final class KeptFiles {
  private static final int LENGTHS = 100_000;
  private static final long BYTES = 32 << 20;

  private final LinkedHashMap<String, Long> lengths = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<String, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  synchronized Option<Long> length(String key) {
    return Option.of(lengths.get(key));
  }

  synchronized Option<byte[]> content(String key) {
    return Option.of(contents.get(key));
  }

  synchronized void know(String key, long length) {
    lengths.put(key, length);
    if (lengths.size() > LENGTHS) {
      drop(lengths.entrySet().iterator());
    }
  }

  synchronized void keep(String key, byte[] content) {
    know(key, content.length);
    if (content.length <= DataFileSystem.SMALL && contents.put(key, content) == null) {
      bytes += content.length;
      Iterator<Map.Entry<String, byte[]>> eldest = contents.entrySet().iterator();
      while (bytes > BYTES) {
        bytes -= drop(eldest).length;
      }
    }
  }

  private static <V> V drop(Iterator<Map.Entry<String, V>> eldest) {
    V value = eldest.next().getValue();
    eldest.remove();
    return value;
  }

  synchronized void forget(String key) {
    lengths.remove(key);
    byte[] content = contents.remove(key);
    if (content != null) {
      bytes -= content.length;
    }
  }
}
