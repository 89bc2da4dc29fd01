package io.orderlake.application.twin;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON reader as short as RFC 8259 allows: one method for each rule of its grammar, one character
 * at a time. The oracle for faster ones.
 */
final class PlainJson {
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private static final int MAX_DEPTH = 64;
  private static final int MAX_DIGITS = 1000;

  private final String text;
  private int at;
  private int depth;
  private boolean inArray;
  private boolean isFirst;

  PlainJson(String text) {
    this.text = text;
  }

  Map<String, FieldValue> onlyObject() {
    white();
    if (peek() != '{') {
      throw new Malformed("no object");
    }
    Map<String, FieldValue> fields = object();
    white();
    if (at < text.length()) {
      throw new Malformed("something follows the object");
    }
    return fields;
  }

  /** One object or array as a tree, and nothing after it. */
  Node onlyRecord() {
    white();
    if (peek() != '{' && peek() != '[') {
      throw new Malformed("no object and no array");
    }
    Node record = node();
    white();
    if (at < text.length()) {
      throw new Malformed("something follows the record");
    }
    return record;
  }

  /**
   * A value of several.
   *
   * @param line on which it begins, from 1
   */
  record Value(long line, Node node) {}

  /**
   * The next of the values that stand one after the other; null at the end.
   *
   * @param opensArrays whether the items of an array at the top are taken instead of it
   */
  @Nullable Value nextValue(boolean opensArrays) {
    white();
    while (inArray ? accept(']') : opensArrays && accept('[')) {
      inArray = !inArray;
      isFirst = true;
      white();
    }
    if (inArray && !isFirst) {
      expect(',');
      white();
    }
    isFirst = false;
    return !inArray && at == text.length() ? null : new Value(line(), node());
  }

  /** The number of the line that is being read, from 1. */
  long line() {
    return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  private Node node() {
    white();
    return switch (peek()) {
      case '{' -> new Node.ObjectNode(members());
      case '[' -> new Node.ArrayNode(items());
      default -> new Node.ValueNode(value());
    };
  }

  private Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    expect('{');
    deeper();
    white();
    if (peek() != '}') {
      do {
        white();
        String name = string();
        white();
        expect(':');
        if (members.put(name, node()) != null) {
          throw new Malformed("a field twice");
        }
        white();
      } while (accept(','));
    }
    expect('}');
    depth--;
    return members;
  }

  private List<Node> items() {
    List<Node> items = new ArrayList<>();
    expect('[');
    deeper();
    white();
    if (peek() != ']') {
      do {
        items.add(node());
        white();
      } while (accept(','));
    }
    expect(']');
    depth--;
    return items;
  }

  private Map<String, FieldValue> object() {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    members().forEach((name, member) -> fields.put(name, member.value()));
    return fields;
  }

  private FieldValue value() {
    white();
    char c = peek();
    return switch (c) {
      case '{', '[' -> node().value();
      case '"' -> new FieldValue.Text(string());
      case 't' -> word("true", new FieldValue.Flag(true));
      case 'f' -> word("false", new FieldValue.Flag(false));
      case 'n' -> word("null", FieldValue.NULL);
      default -> number();
    };
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw new Malformed("nested too deeply");
    }
  }

  private FieldValue word(String word, FieldValue value) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  private FieldValue number() {
    int start = at;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      digits();
    }
    if (at - start > MAX_DIGITS) {
      throw new Malformed("too long a number");
    }
    return new FieldValue.Number(text.substring(start, at));
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw new Malformed("no digit");
    }
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char c = next();
      if (c < 0x20) {
        throw new Malformed("a control character");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    String string = out.toString();
    if (string.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new Malformed("half of a surrogate pair");
    }
    return string;
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> throw new Malformed("an unknown escape");
    };
  }

  private int hex() {
    char c = next();
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw new Malformed("no hex digit");
    }
    return digit;
  }

  private void white() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  /** The next character, or one that no JSON text may hold outside of strings. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\uFFFF';
  }

  private char next() {
    if (at == text.length()) {
      throw new Malformed("the text ends too early");
    }
    return text.charAt(at++);
  }

  private boolean accept(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw new Malformed("no '" + c + "' at " + at);
    }
  }
}
