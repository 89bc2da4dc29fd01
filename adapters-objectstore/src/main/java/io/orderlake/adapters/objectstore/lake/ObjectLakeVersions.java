package io.orderlake.adapters.objectstore.lake;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Hint;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.lake.LakeVersionJson;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Published lake versions as immutable objects {@code runs/lake-versions/<20-digit number>.json},
 * each put on condition that there is none of its number. They are never removed, so no number can
 * be published twice, however long a publisher slept.
 *
 * <p>{@code _latest} beside them is a hint. From it, and later from the newest that is known, one
 * looks in doubling steps for a version that is not there yet, and halves the last step.
 */
public final class ObjectLakeVersions implements LakeVersions {
  private static final int SEARCHED_FOR_A_RUN = 100;
  private static final int HINT_EVERY = 16;
  private static final String SUFFIX = ".json";

  private final ControlPlace versions;
  private final Hint hint;
  private final OldestKept oldestKept;
  private LakeVersion newest = LakeVersion.empty();
  private boolean begun;

  /** The versions of the lake whose control objects lie there. */
  public ObjectLakeVersions(ControlPlace control) {
    this.versions = control.below("runs/lake-versions");
    this.hint = new Hint(versions, "_latest");
    this.oldestKept = new OldestKept(versions.below("oldest-kept"));
  }

  @Override
  public synchronized LakeVersion latest() {
    if (!begun) {
      newest = find(hint.read()).getOrElse(this::newestListed);
      begun = true;
    }
    long step = 1;
    Option<LakeVersion> next = find(newest.number() + step);
    while (next.isDefined()) {
      newest = next.get();
      step *= 2;
      next = find(newest.number() + step);
    }
    while (step > 1) {
      step /= 2;
      newest = find(newest.number() + step).getOrElse(newest);
    }
    return newest;
  }

  /** As exact as it is dear, so only where there is no hint. */
  private LakeVersion newestListed() {
    return versions
        .list(Numbered.name(1, SUFFIX))
        .map(StoredObject::name)
        .flatMap(name -> Numbered.number(name, SUFFIX))
        .max()
        .map(this::existing)
        .getOrElse(LakeVersion.empty());
  }

  @Override
  public Option<LakeVersion> version(long number) {
    Option<LakeVersion> found = find(number);
    return found.isEmpty() && number >= 1 && number < latest().number()
        ? Option.some(existing(number))
        : found;
  }

  @Override
  public Option<LakeVersion> publishedBy(RunId run) {
    LakeVersion version = latest();
    for (int i = 0; i < SEARCHED_FOR_A_RUN && !version.isEmpty(); i++) {
      if (version.publishedBy().equals(run)) {
        return Option.some(version);
      }
      version = version.number() == 1 ? LakeVersion.empty() : existing(version.number() - 1);
    }
    return Option.none();
  }

  @Override
  public synchronized Either<String, LakeVersion> publish(LakeVersion next) {
    return next.mayFollow(latest())
        .flatMap(allowed -> create(allowed) ? Either.right(allowed) : allowed.mayFollow(latest()));
  }

  private boolean create(LakeVersion next) {
    if (!versions.putNew(name(next.number()), LakeVersionJson.write(next))) {
      return false;
    }
    newest = next;
    if (next.number() % HINT_EVERY == 0) {
      hint.put(next.number());
    }
    return true;
  }

  @Override
  public long oldestKept() {
    return oldestKept.read();
  }

  @Override
  public void keepSince(long number) {
    oldestKept.raise(number);
  }

  private LakeVersion existing(long number) {
    return find(number)
        .getOrElseThrow(
            () ->
                LakeFailure.lasting(
                    damage(number, "it is missing though newer versions are there")));
  }

  private Option<LakeVersion> find(long number) {
    return number < 1 ? Option.none() : versions.get(name(number)).map(b -> read(number, b));
  }

  private LakeVersion read(long number, byte[] bytes) {
    try {
      LakeVersion version = LakeVersionJson.read(bytes);
      if (version.number() != number) {
        throw new MalformedJson("it says it is version " + version.number());
      }
      return version;
    } catch (MalformedJson e) {
      throw LakeFailure.because(FailureCause.DAMAGED, damage(number, e.getMessage()), e);
    }
  }

  private String damage(long number, String how) {
    return "the lake version %s is damaged: %s; restore this object from a backup"
        .formatted(versions.shown(name(number)), how);
  }

  private static String name(long number) {
    return Numbered.name(number, SUFFIX);
  }
}
