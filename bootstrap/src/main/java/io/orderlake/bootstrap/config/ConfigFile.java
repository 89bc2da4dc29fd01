package io.orderlake.bootstrap.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * The configuration file, flattened: nested keys become dotted ones, each with its line. Texts are
 * kept as written; a list becomes its items with commas between.
 *
 * @param entries by dotted key
 * @param problems what could not be read, each with its line; never a value of the file
 */
record ConfigFile(LinkedHashMap<String, Entry> entries, List<String> problems) {
  private static final YAMLFactory YAML = new YAMLFactory();

  static ConfigFile read(Path file) {
    Reading reading = new Reading(file.toString());
    if (Files.isDirectory(file)) {
      reading.problems.add("the configuration file " + file + " is a directory");
      return new ConfigFile(reading.entries, List.ofAll(reading.problems));
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = YAML.createParser(in)) {
      reading.readAll(parser);
    } catch (JsonProcessingException e) {
      // Only the first line: the next ones quote the file, which may hold a secret.
      String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      reading.entries = LinkedHashMap.empty();
      // An error of the disk arrives as one of the text.
      reading.problem(
          line,
          (e.getCause() instanceof IOException ? "cannot be read: " : "is not YAML: ") + reason);
    } catch (IOException e) {
      reading.problems.add(
          "cannot read the configuration file "
              + file
              + (e instanceof NoSuchFileException ? " (there is none)" : "")
              + "; correct the path, which starts at the working directory, or the file's rights");
    }
    return new ConfigFile(reading.entries, List.ofAll(reading.problems));
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
