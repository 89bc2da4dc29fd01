package io.orderlake.adapters.registry.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records with nothing before them, all of one schema, which the configuration names. */
public final class PlainFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  private final SchemaKind kind;
  private final String schema;
  private final String message;
  private transient volatile @Nullable PayloadReader reader;

  private PlainFormat(SchemaKind kind, String schema, String message) {
    this.kind = kind;
    this.schema = schema;
    this.message = message;
  }

  /**
   * The format of a schema.
   *
   * @param schema its text
   * @param message of Protobuf the message that records are; empty for the only one there is
   * @return or why it cannot be used, as a sentence goes on after what it is
   */
  public static Either<String, RecordFormat> of(SchemaKind kind, String schema, String message) {
    PlainFormat format = new PlainFormat(kind, schema, message);
    return format.compiled().map(reader -> format);
  }

  private Either<String, PayloadReader> compiled() {
    return Readers.plain(kind, new RegisteredSchema(kind.name(), schema, List.of()), message);
  }

  @Override
  public String name() {
    return kind.format();
  }

  /** The schema's content counts, and not the name of its file. */
  @Override
  public List<String> identity() {
    List<String> identity = new ArrayList<>(List.of("format " + name(), "schema " + digest()));
    if (!message.isEmpty()) {
      identity.add("message " + message);
    }
    return identity;
  }

  @Override
  public boolean isText() {
    return false;
  }

  private String digest() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(schema.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    PayloadReader known = reader;
    if (known == null) {
      known = compiled().get();
      reader = known;
    }
    return known
        .read(value, 0)
        .mapLeft(why -> "the value is no " + kind.title() + " of the source's schema: " + why);
  }
}
