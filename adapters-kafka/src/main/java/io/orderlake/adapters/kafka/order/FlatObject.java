package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.RecordedOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the usual shape of an event in one pass: one object of at most {@value #MOST_FIELDS}
 * fields, names in ASCII, values that are strings, ordinary numbers, {@code true}, {@code false} or
 * {@code null}, and no escape of the form {@code \}{@code uXXXX}. Each method gives null, or says
 * false, as soon as the text has another shape, whether JSON or not.
 */
final class FlatObject {
  private static final int USUAL_FIELDS = 12;
  private static final int MOST_FIELDS = 48;
  private static final int LONGEST_NUMBER = 100;

  /** No byte has this value. */
  private static final int END = 256;

  private static final FieldValue TRUE = new FieldValue.Flag(true);
  private static final FieldValue FALSE = new FieldValue.Flag(false);

  /** The numbers of one digit, which most quantities and all versions are. */
  private static final FieldValue.Number[] DIGITS = new FieldValue.Number[10];

  /** What the letter after a backslash stands for; 0 where it takes a closer look. */
  private static final byte[] ESCAPES = new byte[128];

  static {
    Arrays.setAll(DIGITS, digit -> new FieldValue.Number(Integer.toString(digit)));
    String letters = "\"\\/bfnrt";
    for (int i = 0; i < letters.length(); i++) {
      ESCAPES[letters.charAt(i)] = (byte) "\"\\/\b\f\n\r\t".charAt(i);
    }
  }

  private final byte[] json;
  private int at;
  private String[] names = new String[USUAL_FIELDS];
  private FieldValue[] values = new FieldValue[USUAL_FIELDS];
  private int size;

  /** One bit for each place of {@link KnownNames} that was met. */
  private int met;

  private FlatObject(byte[] json) {
    this.json = json;
  }

  /** The event; null when the text has another shape. */
  static @Nullable RecordedOrder read(byte[] json) {
    return new FlatObject(json).read();
  }

  private @Nullable RecordedOrder read() {
    if (visible() != '{') {
      return null;
    }
    int separator;
    do {
      at++;
      if (!readField()) {
        return null;
      }
      separator = visible();
    } while (separator == ',');
    at++;
    return separator == '}' && visible() == END ? RecordedOrder.of(names, values, size) : null;
  }

  private boolean readField() {
    String name = readName();
    if (name == null || visible() != ':' || size == MOST_FIELDS) {
      return false;
    }
    at++;
    FieldValue value = readValue();
    if (value == null) {
      return false;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, MOST_FIELDS);
      values = Arrays.copyOf(values, MOST_FIELDS);
    }
    names[size] = name;
    values[size++] = value;
    return true;
  }

  /** A name that this event has not had yet. */
  private @Nullable String readName() {
    if (visible() != '"') {
      return null;
    }
    int from = ++at;
    while (at < json.length && json[at] != '"') {
      if (json[at] < ' ' || json[at] == '\\') {
        return null;
      }
      at++;
    }
    if (at == json.length) {
      return null;
    }
    int place = KnownNames.placeOf(json, from, at++);
    return place == KnownNames.UNKNOWN
        ? unknownName(new String(json, from, at - 1 - from, ISO_8859_1))
        : knownName(place);
  }

  private @Nullable String knownName(int place) {
    int bit = 1 << place;
    boolean twice = (met & bit) != 0;
    met |= bit;
    return twice ? null : KnownNames.name(place);
  }

  private @Nullable String unknownName(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return null;
      }
    }
    return name;
  }

  private @Nullable FieldValue readValue() {
    return switch (visible()) {
      case '"' -> readText();
      case 't' -> skipWord("true") ? TRUE : null;
      case 'f' -> skipWord("false") ? FALSE : null;
      case 'n' -> skipWord("null") ? FieldValue.NULL : null;
      default -> readNumber();
    };
  }

  private boolean skipWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (byteAt(at + i) != word.charAt(i)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  private FieldValue.@Nullable Text readText() {
    int from = ++at;
    int escapes = 0;
    int anyByte = 0;
    while (at < json.length) {
      byte c = json[at];
      if (c == '"') {
        String text =
            escapes > 0
                ? unescaped(from, at - from - escapes)
                : string(json, from, at - from, anyByte < 0);
        at++;
        return text == null ? null : new FieldValue.Text(text);
      }
      if (c == '\\') {
        at++;
        escapes++;
      } else if (c >= 0 && c < ' ') {
        return null;
      }
      anyByte |= c;
      at++;
    }
    return null;
  }

  /** The text from there to {@link #at}, whose every escape is one byte too long. */
  private @Nullable String unescaped(int from, int length) {
    byte[] text = new byte[length];
    int anyByte = 0;
    for (int i = 0, source = from; i < length; i++) {
      byte c = json[source++];
      if (c == '\\') {
        byte letter = json[source++];
        c = letter < 0 ? 0 : ESCAPES[letter];
        if (c == 0) {
          return null;
        }
      }
      text[i] = c;
      anyByte |= c;
    }
    return string(text, 0, length, anyByte < 0);
  }

  /** Null when it is not UTF-8, and when it holds what stands for that, U+FFFD. */
  private static @Nullable String string(byte[] bytes, int from, int length, boolean beyondAscii) {
    if (!beyondAscii) {
      return new String(bytes, from, length, ISO_8859_1);
    }
    String text = new String(bytes, from, length, UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : null;
  }

  private FieldValue.@Nullable Number readNumber() {
    int from = at;
    if (byteAt(at) == '-') {
      at++;
    }
    if (byteAt(at) == '0') {
      at++;
    } else if (!skipDigits()) {
      return null;
    }
    if (byteAt(at) == '.') {
      at++;
      if (!skipDigits()) {
        return null;
      }
    }
    if (byteAt(at) == 'e' || byteAt(at) == 'E') {
      at++;
      if (byteAt(at) == '+' || byteAt(at) == '-') {
        at++;
      }
      if (!skipDigits()) {
        return null;
      }
    }
    int length = at - from;
    if (length == 1) {
      return DIGITS[json[from] - '0'];
    }
    return length > LONGEST_NUMBER
        ? null
        : new FieldValue.Number(new String(json, from, length, ISO_8859_1));
  }

  private boolean skipDigits() {
    int from = at;
    while (at < json.length && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    return at > from;
  }

  /** Goes to the next byte that is no white space. */
  private int visible() {
    while (at < json.length) {
      byte c = json[at];
      if (c > ' ' || (c != ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return c;
      }
      at++;
    }
    return END;
  }

  private int byteAt(int index) {
    return index < json.length ? json[index] : END;
  }
}
