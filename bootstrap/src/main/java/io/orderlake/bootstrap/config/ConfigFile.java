package io.orderlake.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The configuration file, flattened: nested keys become dotted ones, each with its line. Texts are
 * kept as written; a list becomes its items with commas between.
 *
 * @param entries by dotted key
 * @param problems what could not be read, each with its line; never a value of the file
 */
record ConfigFile(LinkedHashMap<String, Entry> entries, List<String> problems) {
  private static final YAMLFactory YAML = new YAMLFactory();

  /** How the library says where, on a line of its own. */
  private static final Pattern PLACE = Pattern.compile("(?m)^ in .*, line (\\d+), column \\d+:$");

  static ConfigFile read(Path file) {
    Reading reading = new Reading(file.toString());
    if (Files.isDirectory(file)) {
      reading.problems.add("the configuration file " + file + " is a directory");
      return new ConfigFile(reading.entries, List.ofAll(reading.problems));
    }
    try (JsonParser parser = YAML.createParser(text(file, reading))) {
      reading.readAll(parser);
    } catch (JsonProcessingException e) {
      // What is indented quotes the file, which may hold a secret.
      String reason =
          e.getOriginalMessage()
              .lines()
              .filter(said -> !said.startsWith(" "))
              .limit(2)
              .collect(Collectors.joining(", "));
      reading.entries = LinkedHashMap.empty();
      reading.problem(line(e), "is not YAML: " + reason);
    } catch (IOException e) {
      reading.problems.add(
          "cannot read the configuration file "
              + file
              + (e instanceof NoSuchFileException ? " (there is none)" : "")
              + "; correct the path, which starts at the working directory, or the file's rights");
    }
    return new ConfigFile(reading.entries, List.ofAll(reading.problems));
  }

  /** Of the last place that the library names, which is where it has stumbled. */
  private static int line(JsonProcessingException e) {
    Matcher place = PLACE.matcher(e.getOriginalMessage());
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    return line;
  }

  /** What the file says; nothing where its bytes are no text. */
  private static String text(Path file, Reading reading) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = UTF_8.newDecoder().decode(in, text, true);
    if (result.isError()) {
      long line =
          1 + new String(bytes, 0, in.position(), UTF_8).chars().filter(c -> c == '\n').count();
      reading.problem(
          Math.toIntExact(line),
          "is not UTF-8 text; save the file in that encoding, or write ASCII");
      return "";
    }
    return text.flip().toString();
  }

  private static final class Reading {
    final String file;
    final java.util.List<String> problems = new ArrayList<>();
    final Deque<String> path = new ArrayDeque<>();
    LinkedHashMap<String, Entry> entries = LinkedHashMap.empty();

    Reading(String file) {
      this.file = file;
    }

    void readAll(JsonParser parser) throws IOException {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return;
      }
      if (first != JsonToken.START_OBJECT) {
        problem(line(parser), "does not hold settings; expected lines such as 'kafka:'");
        return;
      }
      readObject(parser);
      if (parser.nextToken() != null) {
        problem(line(parser), "a second YAML document begins; only one is read");
      }
    }

    private void readObject(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        path.addLast(parser.currentName());
        int line = line(parser);
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT) {
          readObject(parser);
        } else if (value == JsonToken.START_ARRAY) {
          put(line, readList(parser));
        } else if (value == JsonToken.VALUE_NULL) {
          problem(line, "'" + key() + "' has no value; give it one or remove the line");
        } else {
          put(line, parser.getText());
        }
        path.removeLast();
      }
    }

    private String readList(JsonParser parser) throws IOException {
      java.util.List<String> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken().isScalarValue()) {
          items.add(parser.getText());
        } else {
          problem(line(parser), "'" + key() + "' holds a list of more than plain values");
          parser.skipChildren();
        }
      }
      return String.join(",", items);
    }

    private void put(int line, String text) {
      String key = key();
      entries
          .get(key)
          .peek(e -> problem(line, "'" + key + "' is set a second time; first in " + e.origin()));
      entries = entries.put(key, new Entry(text, new Origin.File(file, line)));
    }

    private String key() {
      return String.join(".", path);
    }

    void problem(int line, String sentence) {
      problems.add(file + " line " + line + ": " + sentence);
    }

    private static int line(JsonParser parser) {
      return parser.currentTokenLocation().getLineNr();
    }
  }
}
