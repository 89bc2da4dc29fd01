package io.orderlake.adapters.registry.avro;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.adapters.registry.record.Unreadable;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import io.vavr.control.Either;
import org.apache.avro.Schema;

/** Makes readers of Avro's schemas. */
public final class AvroSchemas {
  private AvroSchemas() {}

  /**
   * The reader of records that were written by a schema.
   *
   * @param schema in JSON, behind the named types that it refers to
   * @return or why it is no schema, as a sentence goes on after what it is
   */
  public static Either<String, PayloadReader> reader(RegisteredSchema schema) {
    try {
      Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
      schema.references().forEach(reference -> parser.parse(reference.text()));
      ValueReader root = new AvroCompiler().reader(parser.parse(schema.text()));
      return Either.right((value, from) -> read(root, value, from));
    } catch (RuntimeException e) { // Avro throws several kinds, as it comes upon something
      return Either.left("is no schema of Avro: " + e.getMessage());
    } catch (StackOverflowError e) {
      return Either.left("is no schema of Avro: it is nested too deeply");
    }
  }

  private static Either<String, Node> read(ValueReader root, byte[] value, int from) {
    try {
      Bytes bytes = new Bytes(value, from);
      Node record = root.read(bytes);
      bytes.end();
      return record instanceof Node.ValueNode
          ? Either.left("it holds a single value and neither a record, a map nor an array")
          : Either.right(record);
    } catch (Unreadable e) {
      return Either.left(e.sentence());
    }
  }
}
