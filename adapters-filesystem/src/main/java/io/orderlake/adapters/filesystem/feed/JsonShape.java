package io.orderlake.adapters.filesystem.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** How JSON lies in a text. */
enum JsonShape {
  /** One object on each line. */
  LINES,
  /** An array, or objects over several lines or without any between them. */
  DOCUMENTS,
  /** Not at all. */
  NONE;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINES_LOOKED_AT = 100;

  /**
   * Looks at a text.
   *
   * @param cut it goes on behind what is there
   */
  static JsonShape of(String text, boolean cut) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return NONE;
    }
    if (cut && lines.size() > 1) {
      lines = lines.subList(0, lines.size() - 1);
    }
    char first = lines.get(0).charAt(0);
    List<String> some = lines.subList(0, Math.min(lines.size(), LINES_LOOKED_AT));
    long objects = some.stream().filter(JsonShape::isObject).count();
    if (objects * 2 >= some.size() && objects > 0) {
      boolean several = first == '{' && holdsTwo(lines.get(0));
      return several || isOfReturns(text) ? DOCUMENTS : LINES;
    }
    if (cut && lines.size() == 1 && first == '{') {
      return LINES;
    }
    return first == '{' || first == '[' ? DOCUMENTS : NONE;
  }

  private static boolean isObject(String line) {
    return line.startsWith("{") && line.endsWith("}");
  }

  /** Lines end with a carriage return alone, which is white space to JSON. */
  private static boolean isOfReturns(String text) {
    return text.indexOf('\n') < 0 && text.strip().indexOf('\r') >= 0;
  }

  private static boolean holdsTwo(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == JsonToken.START_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }
}
