package io.orderlake.bootstrap.config;

import io.orderlake.adapters.kafka.order.JsonRecordFormat;
import io.orderlake.adapters.registry.format.DebeziumFormat;
import io.orderlake.adapters.registry.format.FramedFormat;
import io.orderlake.adapters.registry.format.PlainFormat;
import io.orderlake.adapters.registry.format.RegistryFormat;
import io.orderlake.adapters.registry.format.SchemaKind;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.collection.List;
import io.vavr.control.Option;

/** Reads what a source's records are written in; notes all that is wrong with that. */
final class FormatReader {
  private static final String FORMAT = "format";
  private static final String FRAMING = "framing";
  private static final String SCHEMA = "schema";
  private static final String MESSAGE = "message";
  private static final String UNWRAP = "unwrap";

  /** What a source may say of it. */
  static final List<String> PARTS = List.of(FORMAT, FRAMING, SCHEMA, MESSAGE, UNWRAP);

  private static final String REGISTRY = "registry";
  private static final String NONE = "none";
  private static final List<String> FORMATS =
      List.of(SchemaKind.values()).map(SchemaKind::format).prepend(JsonRecordFormat.NAME);

  private final Section settings;
  private final SourceFiles files;

  FormatReader(Section settings, SourceFiles files) {
    this.settings = settings;
    this.files = files;
  }

  /** The format; none when something is wrong with it. */
  Option<RecordFormat> read() {
    int before = settings.problems();
    String name = oneOf(FORMAT, FORMATS, JsonRecordFormat.NAME);
    Option<SchemaKind> kind =
        List.of(SchemaKind.values()).find(known -> known.format().equals(name));
    boolean isFramed =
        oneOf(
                FRAMING,
                List.of(REGISTRY, NONE),
                kind.isDefined() && !settings.has(SCHEMA) ? REGISTRY : NONE)
            .equals(REGISTRY);
    boolean isUnwrapped =
        settings.has(UNWRAP)
            && oneOf(UNWRAP, List.of(DebeziumFormat.NAME), "").equals(DebeziumFormat.NAME);
    if (kind.isEmpty() || isFramed) {
      needless(kind.isDefined());
    } else if (!settings.has(SCHEMA)) {
      settings.problem(
          FRAMING,
          " 'none' leaves nothing that says what the bytes mean; name the file of their schema with"
              + " 'schema'");
    }
    if (settings.has(MESSAGE) && kind.contains(SchemaKind.AVRO) && !isFramed) {
      settings.problem(MESSAGE, " is for Protobuf, and the source's format is " + name);
    }
    if (settings.problems() > before) {
      return Option.none();
    }
    Option<RecordFormat> inside =
        kind.isEmpty()
            ? Option.some(json(isFramed))
            : isFramed
                ? Option.some(new RegistryFormat(kind.get(), settings.name()))
                : plain(kind.get());
    return inside.map(format -> isUnwrapped ? new DebeziumFormat(format) : format);
  }

  private static RecordFormat json(boolean isFramed) {
    JsonRecordFormat json = new JsonRecordFormat();
    return isFramed ? new FramedFormat(json) : json;
  }

  private Option<RecordFormat> plain(SchemaKind kind) {
    String file = settings.get(SCHEMA).get();
    return files
        .text(file)
        .flatMap(text -> PlainFormat.of(kind, text, settings.get(MESSAGE).getOrElse("")))
        .peekLeft(wrong -> settings.problem(SCHEMA, " '" + file + "' " + wrong))
        .toOption();
  }

  /** A schema that is not looked at would be taken for one that is. */
  private void needless(boolean isFramed) {
    List.of(SCHEMA, MESSAGE)
        .filter(settings::has)
        .forEach(
            part ->
                settings.problem(
                    part,
                    isFramed
                        ? " does nothing with 'framing: registry', whose records name their schema;"
                            + " leave one of them out"
                        : " does nothing with JSON, which says by itself what it holds"));
  }

  private String oneOf(String part, List<String> known, String otherwise) {
    String said = settings.get(part).getOrElse(otherwise);
    if (!known.contains(said) && settings.has(part)) {
      settings.problem(
          part,
          " '"
              + said
              + "' is no "
              + (part.equals(FORMAT) ? "format" : "way of " + part)
              + "; expected "
              + known.mkString(" or "));
    }
    return said;
  }
}
