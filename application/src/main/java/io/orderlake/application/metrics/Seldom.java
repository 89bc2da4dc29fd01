package io.orderlake.application.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that grows with the lake and is dear to read: read anew when it has changed, but no
 * more than about one twentieth of the time is spent on it. In between what was read before holds.
 * Who serves for long has it read apart, so that nobody who asks has to wait.
 *
 * @param <K> tells whether it has changed
 * @param <V> what is read
 */
final class Seldom<K, V> {
  private static final int REST = 20;

  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Read<K, V> last;
  private volatile boolean isRenewedApart;

  Seldom(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What was read.
   *
   * @param at when
   * @param nextFrom not to be read anew before
   */
  record Read<K, V>(K key, V value, Instant at, Instant nextFrom) {}

  /** What holds now; where another thread reads it anew from time to time, what was read before. */
  Read<K, V> get(K key, Supplier<V> read) {
    Read<K, V> known = last;
    return known != null && (isRenewedApart || isGood(known, key)) ? known : upToDate(key, read);
  }

  /** Reads it anew if that is due; from now on nobody else does. */
  void renew(K key, Supplier<V> read) {
    upToDate(key, read);
    isRenewedApart = true;
  }

  private Read<K, V> upToDate(K key, Supplier<V> read) {
    reading.lock();
    try {
      Read<K, V> known = last;
      return known != null && isGood(known, key) ? known : renewed(key, read);
    } finally {
      reading.unlock();
    }
  }

  private boolean isGood(Read<K, V> known, K key) {
    return known.key().equals(key) || clock.instant().isBefore(known.nextFrom());
  }

  private Read<K, V> renewed(K key, Supplier<V> read) {
    Instant before = clock.instant();
    V value = read.get();
    Instant after = clock.instant();
    Read<K, V> renewed =
        new Read<>(
            key, value, before, after.plus(Duration.between(before, after).multipliedBy(REST)));
    last = renewed;
    return renewed;
  }
}
