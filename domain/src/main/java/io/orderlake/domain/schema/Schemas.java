package io.orderlake.domain.schema;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas as one role has them. Who judges records for the first time asks the registry for
 * what the lake does not keep yet, and keeps it. Who reads what was judged asks nobody. Who looks
 * at what a change would come to asks, and keeps nothing.
 */
public final class Schemas implements Serializable {
  private static final long serialVersionUID = 1;

  private enum Use {
    READING,
    JUDGING,
    LOOKING
  }

  private final Use use;
  private final @Nullable KeptSchemas kept;
  private final @Nullable SchemaRegistry registry;

  /** What looking has found; of no use to others. */
  private final Map<Integer, KeptAnswer> seen = new ConcurrentHashMap<>();

  private Schemas(Use use, @Nullable KeptSchemas kept, @Nullable SchemaRegistry registry) {
    this.use = use;
    this.kept = kept;
    this.registry = registry;
  }

  /** Of a lake none of whose sources needs a schema. */
  public static Schemas none() {
    return new Schemas(Use.READING, null, null);
  }

  /** For who reads what was judged. */
  public static Schemas reading(KeptSchemas kept) {
    return new Schemas(Use.READING, kept, null);
  }

  /**
   * For who judges records for the first time.
   *
   * @param registry null where none is configured
   */
  public static Schemas judging(KeptSchemas kept, @Nullable SchemaRegistry registry) {
    return new Schemas(Use.JUDGING, kept, registry);
  }

  /**
   * For who looks at what a change would come to, without making it.
   *
   * @param kept null where there is no lake
   * @param registry null where none is configured
   */
  public static Schemas looking(@Nullable KeptSchemas kept, @Nullable SchemaRegistry registry) {
    return new Schemas(Use.LOOKING, kept, registry);
  }

  /**
   * What is known of an id.
   *
   * @throws LakeFailure when that cannot be found out
   */
  public KeptAnswer of(int id) {
    if (use == Use.LOOKING) {
      KeptAnswer known = seen.get(id);
      if (known == null) {
        known = look(id);
        seen.put(id, known);
      }
      return known;
    }
    KeptAnswer found = find(id).getOrNull();
    if (found != null) {
      return found;
    }
    if (use == Use.READING || kept == null) {
      throw missing(id);
    }
    return kept.keep(id, ask(id));
  }

  private KeptAnswer look(int id) {
    KeptAnswer found = find(id).getOrNull();
    if (found == null) {
      return KeptAnswer.first(ask(id));
    }
    return registry != null
            && found.answer() instanceof SchemaAnswer.Unknown
            && registry.schema(id) instanceof SchemaAnswer.Known known
        ? found.then(known.schema())
        : found;
  }

  private Option<KeptAnswer> find(int id) {
    return kept == null ? Option.none() : kept.find(id);
  }

  private SchemaAnswer ask(int id) {
    if (registry == null) {
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          "a record names the schema "
              + id
              + ", which the lake does not keep yet, and no registry is configured; set"
              + " registry.url to the one that its writer uses");
    }
    return registry.schema(id);
  }

  private LakeFailure missing(int id) {
    return LakeFailure.because(
        FailureCause.MISSING,
        "the schema "
            + id
            + " is not kept"
            + (kept == null ? "" : ": " + kept.place(id) + " is missing")
            + ". Records that were judged by it cannot be read again; restore the file from a"
            + " backup. A record that nobody has judged yet has its schema fetched when Silver"
            + " refines it");
  }

  /**
   * Asks again for every id that was unknown so far, and keeps what is known by now; does nothing
   * where no registry is configured.
   *
   * @throws LakeFailure when the registry does not answer, or nothing can be kept
   */
  public void askAgain() {
    if (kept == null || registry == null) {
      return;
    }
    for (int id : kept.unknown()) {
      if (registry.schema(id) instanceof SchemaAnswer.Known known) {
        kept.keepLater(id, known.schema());
      }
    }
  }
}
