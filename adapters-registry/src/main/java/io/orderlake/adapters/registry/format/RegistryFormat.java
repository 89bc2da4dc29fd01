package io.orderlake.adapters.registry.format;

import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records behind a registry's frame, each read by the very schema that it was written by. What the
 * schemas of two versions have alike lies at the same place in the tree; what one of them does not
 * have is not there.
 */
public final class RegistryFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  private final SchemaKind kind;
  private final String source;
  private final Schemas schemas;

  /** What this copy has looked up; others look for themselves. */
  private transient volatile @Nullable Map<Integer, Known> known;

  /**
   * A schema that is known.
   *
   * @param reader of its records, or why there is none
   * @param before why its records were refused while it was unknown; null when it never was
   */
  private record Known(Either<String, PayloadReader> reader, @Nullable String before) {}

  /**
   * A format that has no schemas yet.
   *
   * @param source that its records are of, for people
   */
  public RegistryFormat(SchemaKind kind, String source) {
    this(kind, source, Schemas.none());
  }

  private RegistryFormat(SchemaKind kind, String source, Schemas schemas) {
    this.kind = kind;
    this.source = source;
    this.schemas = schemas;
  }

  @Override
  public String name() {
    return kind.format();
  }

  @Override
  public List<String> identity() {
    return List.of("format " + name(), "framing registry");
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public RecordFormat over(Schemas others) {
    return new RegistryFormat(kind, source, others);
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    Either<String, Integer> frame = Frame.id(value);
    if (frame.isLeft()) {
      return Either.left(frame.getLeft());
    }
    int id = frame.get();
    return find(id)
        .flatMap(Known::reader)
        .flatMap(
            reader ->
                reader
                    .read(value, Frame.LENGTH)
                    .mapLeft(
                        why ->
                            "the value is no "
                                + kind.title()
                                + " of the schema "
                                + id
                                + ", which it names: "
                                + why));
  }

  @Override
  public Option<String> refusedBefore(byte[] value) {
    return Frame.id(value)
        .toOption()
        .flatMap(id -> find(id).toOption())
        .flatMap(schema -> Option.of(schema.before()));
  }

  /** What is unknown is looked for each time: somebody may have asked again. */
  private Either<String, Known> find(int id) {
    Map<Integer, Known> here = known();
    Known before = here.get(id);
    if (before != null) {
      return Either.right(before);
    }
    KeptAnswer kept = schemas.of(id);
    if (kept.answer() instanceof SchemaAnswer.Known schema) {
      String refusal = kept.before() == null ? null : refusal(id, kept.before());
      Known found = new Known(reader(id, schema.schema()), refusal);
      here.put(id, found);
      return Either.right(found);
    }
    return Either.left(refusal(id, (SchemaAnswer.Unknown) kept.answer()));
  }

  /** Of two threads that begin at once one looks up what the other has looked up. */
  private Map<Integer, Known> known() {
    Map<Integer, Known> here = known;
    if (here == null) {
      here = new ConcurrentHashMap<>();
      known = here;
    }
    return here;
  }

  private String refusal(int id, SchemaAnswer.Unknown unknown) {
    return "the value of the source "
        + source
        + " names the schema "
        + id
        + ", which "
        + unknown.why()
        + "; a redrive asks for it again";
  }

  /** A verdict quotes no library: the same schema gets the same sentence in ten years. */
  private Either<String, PayloadReader> reader(int id, RegisteredSchema schema) {
    return schema.type().equals(kind.name())
        ? Readers.framed(kind, schema)
            .mapLeft(why -> "the schema " + id + " is no schema of " + kind.title())
        : Either.left(
            "the schema "
                + id
                + ", which the value names, is of the type "
                + schema.type()
                + ", and the source "
                + source
                + " reads "
                + name());
  }
}
