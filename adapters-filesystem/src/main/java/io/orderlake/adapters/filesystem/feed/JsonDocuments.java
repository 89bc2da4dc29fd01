package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.TopArray;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Values of a JSON array, or such as follow each other, each made a line of its own. */
final class JsonDocuments implements FeedLines {
  private static final int DEEPEST = 100_000;

  /**
   * Takes whatever is no longer than a line may be: what a record may hold, the lake's rules say.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .maxNumberLength(LONGEST)
                  .build())
          .build();

  private final JsonParser parser;
  private final boolean cut;
  private final boolean ofEvents;
  private final boolean opensArrays;
  private boolean over;
  private long begun;

  private JsonDocuments(Reader text, boolean cut, boolean ofEvents, boolean opensArrays)
      throws IOException {
    this.parser = JSON.createParser(text);
    this.cut = cut;
    this.ofEvents = ofEvents;
    this.opensArrays = opensArrays;
  }

  /**
   * Order events, in an array or without one; an object that holds a list of them is pointed out.
   *
   * @param cut the text goes on behind what is there, so that a value that breaks off is no error
   */
  static JsonDocuments events(Reader text, boolean cut) throws IOException {
    return new JsonDocuments(text, cut, true, true);
  }

  /**
   * Records of any shape.
   *
   * @param cut the text goes on behind what is there, so that a value that breaks off is no error
   */
  static JsonDocuments records(Reader text, boolean cut, TopArray array) throws IOException {
    return new JsonDocuments(text, cut, false, array == TopArray.RECORDS);
  }

  @Override
  public Either<String, Option<FeedLine>> next() {
    if (over) {
      return Either.right(Option.none());
    }
    begun = 0;
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.END_ARRAY
          || (token == JsonToken.START_ARRAY && opensArrays && atTop())) {
        token = parser.nextToken();
      }
      over = token == null;
      return over
          ? Either.right(Option.none())
          : value(ofEvents && token.isStructStart() && atTop());
    } catch (JsonProcessingException e) {
      over = true;
      return cut ? Either.right(Option.none()) : Either.left(sentence(e));
    } catch (IOException e) {
      over = true;
      return Either.left("line " + line() + " cannot be read: " + Closing.reason(e));
    }
  }

  private boolean atTop() {
    var context = parser.getParsingContext();
    return context.getParent() != null && context.getParent().inRoot();
  }

  private Either<String, Option<FeedLine>> value(boolean mayHoldAll) throws IOException {
    long line = line();
    begun = line;
    StringWriter text = new StringWriter();
    Copied copied = new Copied();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      copied.copy(json, text);
    }
    boolean list = mayHoldAll && copied.list != null && !copied.hasEventId;
    if (list || text.getBuffer().length() > LONGEST) {
      over = true;
      return Either.left(
          list
              ? ("it is one JSON object that holds a list, '%s', not an event; make JSON lines of it,"
                      + " jq -c '.%s[]' FILE | orderlake produce --from -, or name a source that takes"
                      + " it apart, with --source")
                  .formatted(copied.list, copied.list)
              : "the value on line " + line + " is longer than " + LONGEST + " bytes");
    }
    String event = text.toString();
    if (event.indexOf(Opened.NO_CHARACTER) >= 0) {
      over = true;
      return Either.left("the value on line " + line + " has bytes that are no text");
    }
    return Either.right(Option.of(new FeedLine(line, event.getBytes(UTF_8))));
  }

  private long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private String sentence(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "the value on line "
          + (begun == 0 ? line() : begun)
          + " has a text or number of more than "
          + LONGEST
          + " characters, or more than "
          + DEEPEST
          + " lists and objects within each other; leave it out";
    }
    JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return e instanceof JsonEOFException
        ? "line "
            + at.getLineNr()
            + " is the last one and ends in the middle of a value: perhaps not all of the file is"
            + " there"
        : "line "
            + at.getLineNr()
            + " is not JSON near column "
            + at.getColumnNr()
            + "; expected JSON lines, or an array of "
            + (ofEvents ? "order events" : "records");
  }

  /** A value copied as it was written, numbers digit by digit. */
  private final class Copied {
    private @Nullable String list;
    private boolean hasEventId;

    void copy(JsonGenerator json, StringWriter text) throws IOException {
      int depth = 0;
      JsonToken token = parser.currentToken();
      while (true) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        write(token, json);
        if (depth == 0 || text.getBuffer().length() > LONGEST) {
          return;
        }
        token = parser.nextToken();
        if (token == null) {
          throw new JsonEOFException(parser, null, "it ends too early");
        }
        if (depth == 2
            && token == JsonToken.START_OBJECT
            && parser.getParsingContext().getParent().inArray()) {
          list = parser.getParsingContext().getParent().getParent().getCurrentName();
        }
        hasEventId |= depth == 1 && "event_id".equals(parser.currentName());
      }
    }

    private void write(JsonToken token, JsonGenerator json) throws IOException {
      switch (token) {
        case START_OBJECT -> json.writeStartObject();
        case END_OBJECT -> json.writeEndObject();
        case START_ARRAY -> json.writeStartArray();
        case END_ARRAY -> json.writeEndArray();
        case FIELD_NAME -> json.writeFieldName(parser.currentName());
        case VALUE_STRING -> json.writeString(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(parser.getText());
        case VALUE_TRUE -> json.writeBoolean(true);
        case VALUE_FALSE -> json.writeBoolean(false);
        case VALUE_NULL -> json.writeNull();
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("no token of JSON text: " + token);
      }
    }
  }

  @Override
  public void close() {
    Closing.quietly(parser);
  }
}
