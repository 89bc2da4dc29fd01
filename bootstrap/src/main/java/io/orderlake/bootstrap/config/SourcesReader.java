package io.orderlake.bootstrap.config;

import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.source.ValueTable;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the sources that are configured; notes all that is wrong with any of them. */
final class SourcesReader {
  private final Values values;
  private final Section settings;
  private final Function<String, Either<String, ValueTable>> tables;

  /**
   * Reads nothing yet.
   *
   * @param tables reads the table in a file of that name, or says what is wrong with it
   */
  SourcesReader(Values values, Function<String, Either<String, ValueTable>> tables) {
    this.values = values;
    String prefix = Settings.SOURCES.prefix();
    this.settings = new Section(values, prefix.substring(0, prefix.length() - 1));
    this.tables = tables;
  }

  /**
   * The sources without a fault.
   *
   * @param contractTopic the topic whose records are events of the contract; empty for none
   */
  Sources read(String contractTopic) {
    List<String> names = settings.names();
    if (contractTopic.isEmpty()
        && !names.exists(name -> settings.section(name).has(SourceReader.TOPICS))) {
      String key = Settings.KAFKA_TOPIC.key();
      values.problem(
          key, key + " '' is blank, and no source has a topic to be read instead; expected a text");
    }
    List<Source> sources =
        names.flatMap(
            name -> new SourceReader(settings.section(name), contractTopic, tables).read());
    return new Sources(withTopicsOfTheirOwn(sources).asJava());
  }

  private List<Source> withTopicsOfTheirOwn(List<Source> sources) {
    Map<String, String> owners = new HashMap<>();
    return sources.filter(
        source ->
            List.ofAll(source.topics())
                .filter(topic -> isOfAnother(source, topic, owners))
                .isEmpty());
  }

  private boolean isOfAnother(Source source, String topic, Map<String, String> owners) {
    String other = owners.putIfAbsent(topic, source.name());
    if (other != null) {
      settings
          .section(source.name())
          .problem(
              SourceReader.TOPICS,
              " names the topic '"
                  + topic
                  + "', which the source "
                  + other
                  + " has; a topic is of one source");
    }
    return other != null;
  }
}
