package io.orderlake.domain.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What the bytes of a value that is no event look like, by how they begin. A guess for whoever
 * looks at the value; no rule rests on it, and it is stored nowhere.
 */
public final class Lookalike {
  private static final int FRAME = 5;

  /**
   * A format that begins with a fixed mark.
   *
   * @param mark in hexadecimal
   */
  private record Marked(String mark, String name) {
    boolean begins(byte[] value) {
      byte[] bytes = HexFormat.of().parseHex(mark);
      return value.length >= bytes.length
          && ByteBuffer.wrap(value, 0, bytes.length).equals(ByteBuffer.wrap(bytes));
    }
  }

  private static final List<Marked> MARKS =
      List.of(
          new Marked("efbbbf", "text with a byte order mark"),
          new Marked("fffe", "text in UTF-16 with a byte order mark, little-endian"),
          new Marked("feff", "text in UTF-16 with a byte order mark, big-endian"),
          new Marked("1f8b", "gzip"),
          new Marked("28b52ffd", "zstd"),
          new Marked("04224d18", "lz4"),
          new Marked("82534e41505059", "snappy, as Java writes it"),
          new Marked("ff060000734e61507059", "snappy"),
          new Marked("4f626a01", "an Avro file"),
          new Marked("c301", "a single Avro object"),
          new Marked("50415231", "a Parquet file"),
          new Marked("4f5243", "an ORC file"),
          new Marked("aced0005", "a serialised Java object"),
          new Marked("504b0304", "a zip archive or a spreadsheet"),
          new Marked("425a68", "bzip2"),
          new Marked("fd377a585a00", "xz"),
          new Marked("d9d9f7", "CBOR"));

  private Lookalike() {}

  /** What the value begins like, e.g. {@code gzip}; none when it is nothing known. */
  public static Option<String> of(byte[] value) {
    return MARKS
        .find(format -> format.begins(value))
        .map(Marked::name)
        .orElse(() -> framed(value))
        .orElse(() -> wide(value))
        .orElse(() -> text(value))
        .orElse(() -> binary(value));
  }

  /** The sentence for people; empty when the value begins like nothing known. */
  public static String sentence(byte[] value) {
    String read =
        framed(value).isEmpty()
            ? "; Orderlake reads JSON in UTF-8"
            : "; a source reads it that says `format: avro` or `format: protobuf`, or `framing:"
                + " registry` for JSON (docs/formats.md)";
    return of(value).map(name -> "the value begins like " + name + read).getOrElse("");
  }

  /** Confluent's wire format: a zero, the schema's id in four bytes, the payload. */
  private static Option<String> framed(byte[] value) {
    if (value.length <= FRAME || value[0] != 0) {
      return Option.none();
    }
    int id = ByteBuffer.wrap(value, 1, 4).getInt();
    boolean json = value[FRAME] == '{' || value[FRAME] == '[';
    return Option.when(
        id > 0 && (value[1] == 0 || json),
        () ->
            (json ? "JSON" : "Avro or Protobuf")
                + " behind a schema registry's frame, schema id "
                + id);
  }

  /** ASCII in UTF-16 has a zero in every other byte. */
  private static Option<String> wide(byte[] value) {
    if (value.length < 4 || value.length % 2 != 0) {
      return Option.none();
    }
    int even = zeros(value, 0);
    int odd = zeros(value, 1);
    int half = Math.min(value.length, 64) / 2;
    return odd * 4 >= half * 3 && even == 0
        ? Option.some("text in UTF-16, little-endian")
        : Option.when(even * 4 >= half * 3 && odd == 0, "text in UTF-16, big-endian");
  }

  private static int zeros(byte[] value, int first) {
    int zeros = 0;
    for (int i = first; i < Math.min(value.length, 64); i += 2) {
      zeros += value[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static Option<String> text(byte[] value) {
    String head = new String(value, 0, Math.min(value.length, 200), ISO_8859_1).stripLeading();
    if (head.startsWith("<")) {
      return Option.some(head.matches("(?is)<(!doctype html|html).*") ? "a web page" : "XML");
    }
    if (head.startsWith("---")) {
      return Option.some("YAML");
    }
    boolean readable = head.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
    boolean cells = head.matches("(?s)[^{\\[].*([,;\\t|][^,;\\t|]*){2,}");
    return Option.when(readable && cells && !head.contains("{"), "a line of CSV");
  }

  /** By the first byte: a map of MessagePack or CBOR, or the first field of a Protobuf message. */
  private static Option<String> binary(byte[] value) {
    if (value.length < 3) {
      return Option.none();
    }
    int first = value[0] & 0xFF;
    int second = value[1] & 0xFF;
    if ((first > 0x80 && first <= 0x8F && second >= 0xA1 && second <= 0xBF)
        || ((first == 0xDE || first == 0xDF) && value.length > 5)) {
      return Option.some("MessagePack");
    }
    if (((first > 0xA0 && first <= 0xB7) || first == 0xBF) && second >= 0x61 && second <= 0x78) {
      return Option.some("CBOR");
    }
    boolean message = first == 0x0A && second > 0 && second < 0x80 && second <= value.length - 2;
    return Option.when((message && second != '{' && second != ' ') || first == 0x08, "Protobuf");
  }
}
