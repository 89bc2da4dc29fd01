package io.orderlake.adapters.kafka.order;

import java.util.HashSet;
import java.util.Set;

/** Reads a text as the wire format wants it and throws the first {@link JsonFault} in it. */
final class JsonReading {
  private final String text;
  private final JsonWords words;
  private final boolean mayBeArray;
  private int at;

  /**
   * Of a text.
   *
   * @param mayBeArray whether the record may be an array, as one of another shape than the
   *     contract's may
   */
  JsonReading(String text, boolean mayBeArray) {
    this.text = text;
    this.mayBeArray = mayBeArray;
    this.words = new JsonWords(text);
  }

  /** One object or array, and nothing after it. */
  void only() {
    blank();
    if (at == text.length()) {
      throw JsonFault.refused("the value is white space only", place());
    }
    if (text.charAt(at) == '{') {
      object(1);
    } else if (text.charAt(at) == '[' && mayBeArray) {
      array(1);
    } else {
      throw noRecord();
    }
    blank();
    if (at < text.length()) {
      throw JsonFault.notJson(
          "{[\"".indexOf(text.charAt(at)) >= 0
              ? "a second value follows the object; a record holds one event"
              : words.shown(at) + " follows the object, which ends the event",
          place());
    }
  }

  private JsonFault noRecord() {
    char first = text.charAt(at);
    JsonPlace start = place();
    value(0);
    return JsonFault.refused(
        switch (first) {
          case '[' -> "the value is a JSON array; a record holds one event, which is an object";
          case '"' -> "the value is a JSON string; an event is an object";
          case 't', 'f' -> "the value is a JSON boolean; an event is an object";
          case 'n' -> "the value is JSON null; an event is an object";
          default -> "the value begins with a number; an event is an object";
        },
        start);
  }

  private void object(int depth) {
    int start = open(depth);
    Set<String> names = new HashSet<>();
    if (!next('}', start)) {
      do {
        blank();
        name(names, start);
        if (!next(':', start)) {
          throw fault("after a name there is " + words.shown(at) + " and not a colon");
        }
        value(depth);
      } while (comma('}', start));
    }
  }

  private void array(int depth) {
    int start = open(depth);
    if (!next(']', start)) {
      do {
        value(depth);
      } while (comma(']', start));
    }
  }

  private int open(int depth) {
    if (depth > JacksonOrderEventDecoder.MAX_DEPTH) {
      throw JsonFault.refused(
          "the value is nested deeper than " + JacksonOrderEventDecoder.MAX_DEPTH + " levels",
          place());
    }
    return at++;
  }

  private void name(Set<String> names, int object) {
    if (at == text.length()) {
      throw endsIn(object);
    }
    if (text.charAt(at) != '"') {
      throw fault(words.insteadOfName(at));
    }
    int start = at;
    JsonString name = JsonString.in(text, start);
    at = name.end();
    if (!names.add(name.value())) {
      throw JsonFault.refused(
          "the field " + words.name(name.value()) + " is there twice", words.place(start));
    }
  }

  private void value(int depth) {
    blank();
    if (at == text.length()) {
      throw fault("the text ends where a value should stand");
    }
    switch (text.charAt(at)) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> at = JsonString.in(text, at).end();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          at = JsonNumber.end(text, at, words);
      default -> at = words.literal(at);
    }
  }

  /** True when another element follows; passes over the closing bracket otherwise. */
  private boolean comma(char closing, int start) {
    if (next(closing, start)) {
      return false;
    }
    char c = text.charAt(at);
    if (c != ',') {
      throw fault(words.insteadOfComma(at, closing));
    }
    at++;
    blank();
    if (at < text.length() && text.charAt(at) == closing) {
      throw fault("a comma stands before the closing " + closing);
    }
    return true;
  }

  /** Passes over the character when it is the next one; the text must not end here. */
  private boolean next(char c, int start) {
    blank();
    if (at == text.length()) {
      throw endsIn(start);
    }
    if (text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private JsonFault endsIn(int start) {
    String what = text.charAt(start) == '{' ? "the object" : "the array";
    return fault(
        "the text ends within "
            + what
            + " that begins at "
            + JsonPlace.in(text, start)
            + "; it was cut off, or a bracket is missing");
  }

  private void blank() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonFault fault(String what) {
    return JsonFault.notJson(what, place());
  }

  private JsonPlace place() {
    return JsonPlace.in(text, at);
  }
}
