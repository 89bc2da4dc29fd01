package io.orderlake.domain.source;

import io.orderlake.domain.schema.Schemas;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources of a lake. A topic that none of them has holds events of the contract. */
public final class Sources implements Serializable {
  private static final long serialVersionUID = 1;

  /** All topics hold events of the contract. */
  public static final Sources NONE = new Sources(List.of());

  private final List<Source> all;
  private final Map<String, Source> byTopic = new HashMap<>();

  /**
   * Those sources.
   *
   * @throws IllegalArgumentException when two have one topic
   */
  public Sources(List<Source> all) {
    this.all = all.stream().sorted(Comparator.comparing(Source::name)).toList();
    for (Source source : this.all) {
      for (String topic : source.topics()) {
        Source other = byTopic.put(topic, source);
        if (other != null) {
          throw new IllegalArgumentException(
              "the topic "
                  + topic
                  + " is of two sources, "
                  + other.name()
                  + " and "
                  + source.name());
        }
      }
    }
  }

  /** By their names. */
  public List<Source> all() {
    return all;
  }

  /** Those that have topics; no record in the lake comes of the others. */
  public Sources ofTopics() {
    return new Sources(all.stream().filter(source -> !source.topics().isEmpty()).toList());
  }

  /** The same with the schemas that their records need from there. */
  public Sources over(Schemas schemas) {
    return new Sources(all.stream().map(source -> source.over(schemas)).toList());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The one that has that topic; null when its records are events of the contract. */
  public @Nullable Source of(String topic) {
    return byTopic.isEmpty() ? null : byTopic.get(topic);
  }

  /**
   * What a rule set's identity says of them, one line for each thing that a verdict can depend on;
   * nothing when there are none.
   */
  public List<String> identity() {
    return all.stream().flatMap(source -> source.identity().stream()).toList();
  }
}
