package io.orderlake.bootstrap.config;

import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** Reads one source; notes all that is wrong with it. */
final class SourceReader {
  static final String TOPICS = "topics";
  private static final String LINES = "lines";
  private static final List<String> FIELDS = List.ofAll(MappedField.ALL).map(MappedField::name);
  private static final List<String> PARTS =
      List.of(TOPICS).appendAll(FormatReader.PARTS).append(LINES).appendAll(FIELDS);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

  private final Section settings;
  private final String contractTopic;
  private final SourceFiles files;

  /**
   * Reads nothing yet.
   *
   * @param contractTopic the topic that no source can have; empty for none
   * @param files those that the source names
   */
  SourceReader(Section settings, String contractTopic, SourceFiles files) {
    this.settings = settings;
    this.contractTopic = contractTopic;
    this.files = files;
  }

  /** The source; none when something is wrong with it. */
  Option<Source> read() {
    int before = settings.problems();
    if (settings.self().isDefined()) {
      settings.problem(" is a source and has parts, such as topics, product and quantity");
      return Option.none();
    }
    if (!NAME.matcher(settings.name()).matches()) {
      settings.problem(
          ": a source's name is of small letters, digits, - and _, and begins with a letter");
    }
    settings.keys().filter(key -> !isPart(key)).forEach(this::isNoPart);
    List<String> topics = topics();
    Option<RecordFormat> format = new FormatReader(settings, files).read();
    Option<Pointer> lines = settings.get(LINES).flatMap(this::lines);
    List<FieldMapping> fields = List.ofAll(MappedField.ALL).flatMap(this::field);
    required();
    return Option.when(
        settings.problems() == before,
        () ->
            new Source(
                settings.name(),
                topics.asJava(),
                format.get(),
                new Mapping(lines.getOrNull(), fields.asJava())));
  }

  private static boolean isPart(String key) {
    return FIELDS.contains(Section.first(key)) || PARTS.contains(key);
  }

  private void isNoPart(String key) {
    Option<String> spelled = PARTS.find(part -> key.equals(part.replace('_', '.')));
    Option<String> near = NearMiss.of(Section.first(key), PARTS.reject(key::startsWith));
    settings.problem(
        key,
        " is nothing that a source has"
            + spelled
                .map(part -> "; " + part + " is set in the file, since no variable can spell its _")
                .orElse(() -> near.map(part -> "; did you mean " + part + "?"))
                .getOrElse("; it has " + PARTS.mkString(", ")));
  }

  /** None when nothing is said of them: then the source is only for feeds. */
  private List<String> topics() {
    List<String> topics = settings.list(TOPICS);
    if (topics.exists(String::isEmpty)) {
      settings.problem(
          TOPICS,
          " has a blank name; it names the topics whose records it maps, e.g. [shop-orders], and is"
              + " left out for a source that is only for feeds");
    }
    topics
        .reject(String::isEmpty)
        .forEach(
            topic ->
                Parsers.topic(topic)
                    .swap()
                    .forEach(why -> settings.problem(TOPICS, " '" + topic + "' " + why)));
    if (topics.distinct().size() < topics.size()) {
      settings.problem(TOPICS, " names a topic twice");
    }
    if (!contractTopic.isEmpty() && topics.contains(contractTopic)) {
      settings.problem(
          TOPICS,
          " names '"
              + contractTopic
              + "', the topic of the contract's own events (kafka.topic); name another one here or"
              + " there");
    }
    return topics;
  }

  private Option<Pointer> lines(String text) {
    if (text.equals(".")) {
      return Option.some(Pointer.ROOT);
    }
    if (!text.startsWith("/") || text.equals("/")) {
      settings.problem(
          LINES,
          " '"
              + text
              + "' is no place of an array: write a JSON pointer from the record's root, e.g."
              + " /lines, or . for a record that is an array itself");
      return Option.none();
    }
    return Pointer.parse(text)
        .peekLeft(wrong -> settings.problem(LINES, " '" + text + "' " + wrong))
        .toOption();
  }

  private Option<FieldMapping> field(MappedField field) {
    return Option.when(
            settings.has(field.name()),
            () ->
                new FieldReader(
                    settings.section(field.name()), field, settings.has(LINES), files::table))
        .flatMap(FieldReader::read);
  }

  private void required() {
    List<String> missing =
        List.ofAll(MappedField.ALL)
            .filter(MappedField::required)
            .map(MappedField::name)
            .reject(settings::has);
    if (missing.nonEmpty()) {
      settings.problem(
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
}
