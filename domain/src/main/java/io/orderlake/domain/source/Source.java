package io.orderlake.domain.source;

import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.schema.Schemas;
import io.vavr.control.Either;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Topics, or feeds, whose records are orders of a shape of their own.
 *
 * @param name its name in the configuration
 * @param topics the topics, in alphabetical order; none when its mapping is only for feeds
 * @param format what their records are written in
 * @param mapping how they become order lines
 */
public record Source(String name, List<String> topics, RecordFormat format, Mapping mapping)
    implements Serializable {
  public Source {
    topics = topics.stream().sorted().toList();
  }

  /**
   * The lines of a record, one at least, in their order.
   *
   * @param value the record's bytes
   * @param currency of lines for which none is mapped
   * @return or the sentence that says why it has none
   */
  public Either<String, List<RecordedOrder>> lines(byte[] value, String currency) {
    return format.read(value).flatMap(record -> mapping.lines(record, currency));
  }

  /** The same with the schemas that its records need from there. */
  public Source over(Schemas schemas) {
    return new Source(name, topics, format.over(schemas), mapping);
  }

  /** The same for records of these topics. */
  public Source ofTopics(List<String> others) {
    return new Source(name, others, format, mapping);
  }

  /** What its records become depends on all of this, and on nothing else of the source. */
  List<String> identity() {
    List<String> identity = new ArrayList<>();
    format.identity().forEach(line -> identity.add("source " + name + " " + line));
    topics.forEach(topic -> identity.add("source " + name + " topic " + topic));
    mapping.identity().forEach(line -> identity.add("source " + name + " " + line));
    return identity;
  }
}
