package io.orderlake.domain.lake;

import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The published lake versions. A version is published by one atomic step and is immutable from then
 * on: readers see the lake before or after it, nothing between.
 *
 * <p>Readers may be many and in other processes; only the active runner publishes.
 */
public interface LakeVersions {
  /** The newest published version, or {@link LakeVersion#empty()}. */
  LakeVersion latest();

  /** That version, if it was published. */
  Option<LakeVersion> version(long number);

  /** The version that run published, if it did; looked for among the newest few. */
  Option<LakeVersion> publishedBy(RunId run);

  /**
   * Publishes {@code next}, atomically and durably.
   *
   * @return the version now in place, or, when {@code next.number()} is taken already or is not the
   *     successor of the newest, or a higher epoch has published, the sentence that says so; then
   *     nothing has changed
   */
  Either<String, LakeVersion> publish(LakeVersion next);

  /**
   * The oldest version whose tables can surely still be read; 1 until {@link #keepSince} says
   * otherwise. Files of those before it may have been removed; their records stay.
   */
  long oldestKept();

  /**
   * Says, durably, that the versions before {@code number} need not be kept. To be called before
   * anything of them is removed. What was given up once stays so: a lower number changes nothing.
   */
  void keepSince(long number);
}
