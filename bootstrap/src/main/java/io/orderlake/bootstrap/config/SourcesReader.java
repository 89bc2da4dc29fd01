package io.orderlake.bootstrap.config;

import io.orderlake.adapters.kafka.order.JsonRecordFormat;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.source.ValueTable;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the sources that are configured; notes all that is wrong with any of them. */
final class SourcesReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

  private static final String TOPICS = "topics";
  private static final String FORMAT = "format";
  private static final String LINES = "lines";
  private static final List<String> PARTS =
      List.of(TOPICS, FORMAT, LINES).appendAll(List.ofAll(MappedField.ALL).map(MappedField::name));

  private static final Map<String, RecordFormat> FORMATS =
      HashMap.of(JsonRecordFormat.NAME, new JsonRecordFormat());

  private final Values values;
  private final SortedMap<String, String> settings;
  private final Function<String, Either<String, ValueTable>> tables;

  /**
   * Reads nothing yet.
   *
   * @param tables reads the table in a file of that name, or says what is wrong with it
   */
  SourcesReader(Values values, Function<String, Either<String, ValueTable>> tables) {
    this.values = values;
    this.settings = values.family(Settings.SOURCES);
    this.tables = tables;
  }

  /**
   * The sources without a fault.
   *
   * @param contractTopic the topic whose records are events of the contract
   */
  Sources read(String contractTopic) {
    List<Source> sources =
        settings
            .keySet()
            .toList()
            .map(SourcesReader::nameOf)
            .distinct()
            .flatMap(name -> source(name, contractTopic));
    List<String> twice = List.empty();
    java.util.Map<String, String> owners = new java.util.HashMap<>();
    for (Source source : sources) {
      for (String topic : source.topics()) {
        String other = owners.putIfAbsent(topic, source.name());
        if (other != null) {
          problem(
              source.name() + "." + TOPICS,
              " names the topic '" + topic + "', which the source " + other + " has");
          twice = twice.append(source.name());
        }
      }
    }
    if (contractTopic.isEmpty() && sources.isEmpty()) {
      values.problem(
          Settings.KAFKA_TOPIC.key(),
          Settings.KAFKA_TOPIC.key() + " is blank, and no source has a topic; expected a text");
    }
    List<String> clashing = twice;
    return new Sources(sources.filter(source -> !clashing.contains(source.name())).asJava());
  }

  private static String nameOf(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private Option<Source> source(String name, String contractTopic) {
    int before = values.problems().size();
    if (settings.containsKey(name)) {
      problem(name, " is a source and has parts, such as topics, product and quantity");
      return Option.none();
    }
    if (!NAME.matcher(name).matches()) {
      problemOf(
          name, ": a source's name is of small letters, digits, - and _, and begins with a letter");
    }
    SortedMap<String, String> parts = parts(name);
    parts.keySet().forEach(part -> isPart(name, part));
    List<String> topics = topics(name, parts, contractTopic);
    Option<RecordFormat> format = format(name, parts);
    Option<Pointer> lines = lines(name, parts);
    List<FieldMapping> fields =
        List.ofAll(MappedField.ALL).flatMap(field -> field(name, field, parts, lines.isDefined()));
    required(name, parts);
    return Option.when(
        values.problems().size() == before,
        () ->
            new Source(
                name,
                topics.asJava(),
                format.get(),
                new Mapping(lines.getOrNull(), fields.asJava())));
  }

  /** What is said of the source, without its name. */
  private SortedMap<String, String> parts(String name) {
    SortedMap<String, String> parts = TreeMap.empty();
    for (var setting : settings) {
      if (setting._1.startsWith(name + ".")) {
        parts = parts.put(setting._1.substring(name.length() + 1), setting._2);
      }
    }
    return parts;
  }

  private void isPart(String name, String part) {
    String first = nameOf(part);
    boolean isField = MappedField.named(first).isPresent();
    if (!PARTS.contains(first) || (first.length() < part.length() && !isField)) {
      problem(
          name + "." + part,
          " is nothing that a source has"
              + NearMiss.of(first, PARTS)
                  .filter(near -> !near.equals(first))
                  .map(near -> "; did you mean " + near + "?")
                  .getOrElse("; it has " + PARTS.mkString(", ")));
    }
  }

  private List<String> topics(String name, SortedMap<String, String> parts, String contractTopic) {
    List<String> topics =
        parts
            .get(TOPICS)
            .map(text -> List.of(text.split(",", -1)).map(String::strip))
            .getOrElse(List.empty());
    if (topics.isEmpty() || topics.exists(String::isEmpty)) {
      problemAt(name, TOPICS, parts, "names the topics of the source, e.g. [shop-orders]");
    }
    if (topics.distinct().size() < topics.size()) {
      problem(name + "." + TOPICS, " names a topic twice");
    }
    if (topics.contains(contractTopic)) {
      problem(
          name + "." + TOPICS,
          " names '"
              + contractTopic
              + "', the topic of the contract's own events (kafka.topic); give one of them another"
              + " name");
    }
    return topics;
  }

  private Option<RecordFormat> format(String name, SortedMap<String, String> parts) {
    String format = parts.getOrElse(FORMAT, JsonRecordFormat.NAME).strip();
    Option<RecordFormat> found = FORMATS.get(format);
    if (found.isEmpty()) {
      problem(
          name + "." + FORMAT,
          " '" + format + "' is no format; expected " + FORMATS.keySet().mkString(" or "));
    }
    return found;
  }

  private Option<Pointer> lines(String name, SortedMap<String, String> parts) {
    Option<String> text = parts.get(LINES).map(String::strip);
    if (text.isDefined() && !text.get().startsWith("/") && !text.get().equals("/")) {
      if (text.get().equals(".")) {
        return Option.some(Pointer.ROOT);
      }
      problem(
          name + "." + LINES,
          " '"
              + text.get()
              + "' is no place of an array: write a JSON pointer from the record's root, e.g."
              + " /lines, or . for a record that is an array itself");
      return Option.none();
    }
    return text.flatMap(
        pointer ->
            Pointer.parse(pointer)
                .peekLeft(wrong -> problem(name + "." + LINES, " '" + pointer + "' " + wrong))
                .toOption());
  }

  private Option<FieldMapping> field(
      String name, MappedField field, SortedMap<String, String> parts, boolean hasLines) {
    SortedMap<String, String> said = parts.filterKeys(part -> nameOf(part).equals(field.name()));
    return said.isEmpty()
        ? Option.none()
        : new FieldReader(name + "." + field.name(), field, said, hasLines, this::problem, tables)
            .read();
  }

  private void required(String name, SortedMap<String, String> parts) {
    List<String> missing =
        List.ofAll(MappedField.ALL)
            .filter(MappedField::required)
            .map(MappedField::name)
            .filter(field -> !parts.keySet().exists(part -> nameOf(part).equals(field)));
    if (missing.nonEmpty()) {
      problemOf(
          name,
          " does not say where "
              + missing.mkString(", ")
              + (missing.size() == 1 ? " is" : " are")
              + " found; write e.g. "
              + missing.head()
              + ": /place/in/the/record, or "
              + missing.head()
              + ": {constant: …}");
    }
  }

  private void problemAt(
      String name, String part, SortedMap<String, String> parts, String sentence) {
    if (parts.containsKey(part)) {
      problem(name + "." + part, " " + sentence);
    } else {
      problemOf(name, " has no '" + part + "', which " + sentence);
    }
  }

  private void problem(String key, String sentence) {
    String setting = Settings.SOURCES.prefix() + key;
    values.problem(setting, setting + sentence);
  }

  /** A problem of the whole source is told with the line of its first part. */
  private void problemOf(String name, String sentence) {
    String first = settings.keySet().find(key -> nameOf(key).equals(name)).get();
    values.problem(Settings.SOURCES.prefix() + first, Settings.SOURCES.prefix() + name + sentence);
  }
}
