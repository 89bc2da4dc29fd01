package io.orderlake.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object whose every field has to be asked for; what is missing, wrong or left is named. */
public final class StrictObject {
  private final ObjectNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private StrictObject(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static StrictObject of(@Nullable JsonNode node, String path) throws MalformedJson {
    if (node instanceof ObjectNode object) {
      return new StrictObject(object, path);
    }
    throw new MalformedJson((path.isEmpty() ? "it" : path) + " must be a JSON object");
  }

  public String text(String name) throws MalformedJson {
    JsonNode value = value(name);
    if (!value.isTextual()) {
      throw wrong(name, "text", value);
    }
    return value.textValue();
  }

  /** None for null; the field itself must be there. */
  public Option<String> textOrNull(String name) throws MalformedJson {
    return value(name).isNull() ? Option.none() : Option.some(text(name));
  }

  public long whole(String name, long atLeast) throws MalformedJson {
    return whole(name, value(name), atLeast);
  }

  public int smallWhole(String name, int atLeast) throws MalformedJson {
    long number = whole(name, atLeast);
    if (number > Integer.MAX_VALUE) {
      throw new MalformedJson(at(name) + " is too large: " + number);
    }
    return (int) number;
  }

  /** None when the field is not there. */
  public Option<String> textIfAny(String name) throws MalformedJson {
    return node.has(name) ? Option.some(text(name)) : Option.none();
  }

  /** None when the field is not there. */
  public Option<Long> wholeIfAny(String name, long atLeast) throws MalformedJson {
    return node.has(name) ? Option.some(whole(name, atLeast)) : Option.none();
  }

  /** None for null; the field itself must be there. */
  public Option<Long> wholeOrNull(String name, long atLeast) throws MalformedJson {
    return value(name).isNull() ? Option.none() : Option.some(whole(name, atLeast));
  }

  public boolean truth(String name) throws MalformedJson {
    JsonNode value = value(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false", value);
    }
    return value.booleanValue();
  }

  public Instant instant(String name) throws MalformedJson {
    String text = text(name);
    try {
      return UtcText.instant(text).getOrElse(() -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new MalformedJson(
          at(name)
              + " must be a time with its offset, e.g. 2026-11-22T10:15:30Z, not '"
              + shortened(text)
              + "'");
    }
  }

  public StrictObject object(String name) throws MalformedJson {
    return of(value(name), at(name));
  }

  /** None for null; the field itself must be there. */
  public Option<StrictObject> objectOrNull(String name) throws MalformedJson {
    return value(name).isNull() ? Option.none() : Option.some(object(name));
  }

  /** None when the field is not there. */
  public Option<StrictObject> objectIfAny(String name) throws MalformedJson {
    return node.has(name) ? Option.some(object(name)) : Option.none();
  }

  /** A list of texts. */
  public List<String> list(String name) throws MalformedJson {
    JsonNode value = value(name);
    List<String> texts = List.empty();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrong(name, "a list of texts", value);
      }
      texts = texts.append(element.textValue());
    }
    if (!value.isArray()) {
      throw wrong(name, "a list of texts", value);
    }
    return texts;
  }

  /** A list of objects. */
  public List<StrictObject> objects(String name) throws MalformedJson {
    JsonNode value = value(name);
    if (!value.isArray()) {
      throw wrong(name, "a list of objects", value);
    }
    ArrayList<StrictObject> objects = new ArrayList<>();
    for (JsonNode element : value) {
      objects.add(of(element, at(name) + "[" + objects.size() + "]"));
    }
    return List.ofAll(objects);
  }

  /** The names this object has. */
  public Iterable<String> names() {
    return node::fieldNames;
  }

  /** An object of texts; whole numbers and truth values are taken as they are written. */
  public SortedMap<String, String> texts(String name) throws MalformedJson {
    StrictObject object = object(name);
    SortedMap<String, String> texts = TreeMap.empty();
    for (String key : object.names()) {
      JsonNode value = object.value(key);
      if (!value.isTextual() && !value.isIntegralNumber() && !value.isBoolean()) {
        throw object.wrong(key, "text, a whole number, true or false", value);
      }
      texts = texts.put(key, value.asText());
    }
    return texts;
  }

  /** An object of numbers from 0. */
  public SortedMap<String, Long> counts(String name) throws MalformedJson {
    StrictObject object = object(name);
    SortedMap<String, Long> counts = TreeMap.empty();
    for (String key : object.names()) {
      counts = counts.put(key, object.whole(key, 0));
    }
    return counts;
  }

  /** An object of numbers from 0; empty when the field is not there. */
  public SortedMap<String, Long> countsIfAny(String name) throws MalformedJson {
    return node.has(name) ? counts(name) : TreeMap.empty();
  }

  /** To be called last: whatever was not asked for is unknown. */
  public void nothingElse() throws MalformedJson {
    for (String name : names()) {
      if (!asked.contains(name)) {
        throw new MalformedJson("unknown field '" + at(shortened(name)) + "'");
      }
    }
  }

  private JsonNode value(String name) throws MalformedJson {
    asked.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      throw new MalformedJson("the field '" + at(name) + "' is missing");
    }
    return value;
  }

  private long whole(String name, JsonNode value, long atLeast) throws MalformedJson {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < atLeast) {
      throw wrong(name, "a whole number from " + atLeast, value);
    }
    return value.longValue();
  }

  private MalformedJson wrong(String name, String expected, JsonNode value) {
    return new MalformedJson(
        at(name) + " must be " + expected + ", not " + shortened(value.toString()));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
