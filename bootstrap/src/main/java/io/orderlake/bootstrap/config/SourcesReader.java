package io.orderlake.bootstrap.config;

import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.List;
import java.util.HashMap;
import java.util.Map;

/** Reads the sources that are configured; notes all that is wrong with any of them. */
final class SourcesReader {
  private final Values values;
  private final Section settings;
  private final SourceFiles files;

  /**
   * Reads nothing yet.
   *
   * @param files those that sources name
   */
  SourcesReader(Values values, SourceFiles files) {
    this.values = values;
    String prefix = Settings.SOURCES.prefix();
    this.settings = new Section(values, prefix.substring(0, prefix.length() - 1));
    this.files = files;
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
            name -> new SourceReader(settings.section(name), contractTopic, files).read());
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
