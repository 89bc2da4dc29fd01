package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Published lake versions, in memory. */
public final class InMemoryLakeVersions implements LakeVersions {
  private List<LakeVersion> newestFirst = List.empty();
  private long oldestKept = 1;

  @Override
  public synchronized LakeVersion latest() {
    return newestFirst.headOption().getOrElse(LakeVersion.empty());
  }

  @Override
  public synchronized Option<LakeVersion> version(long number) {
    return newestFirst.find(v -> v.number() == number);
  }

  @Override
  public synchronized Option<LakeVersion> publishedBy(RunId run) {
    return newestFirst.find(v -> v.publishedBy().equals(run));
  }

  @Override
  public synchronized Either<String, LakeVersion> publish(LakeVersion next) {
    return next.mayFollow(latest()).peek(version -> newestFirst = newestFirst.prepend(version));
  }

  @Override
  public synchronized long oldestKept() {
    return oldestKept;
  }

  @Override
  public synchronized void keepSince(long number) {
    oldestKept = Math.max(oldestKept, number);
  }
}
