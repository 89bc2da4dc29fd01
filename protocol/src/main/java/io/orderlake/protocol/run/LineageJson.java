package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.OffsetRange;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.TablesJson;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;

/** What a run read and wrote; in results and in the journal. */
public final class LineageJson {
  private static final String FIELD = "lineage";

  private LineageJson() {}

  /** Adds the field when there is something to say. */
  static void put(ObjectNode node, Option<RunLineage> lineage) {
    lineage.forEach(known -> node.set(FIELD, write(known)));
  }

  static Option<RunLineage> readIfAny(StrictObject node) throws MalformedJson {
    Option<StrictObject> field = node.objectIfAny(FIELD);
    return field.isEmpty() ? Option.none() : Option.some(read(field.get()));
  }

  private static ObjectNode write(RunLineage lineage) {
    ObjectNode node = StrictJson.object();
    ObjectNode inputs = write(lineage.inputs());
    if (lineage.offsets().nonEmpty()) {
      ((ObjectNode) inputs.get(TableId.BRONZE_ORDERS.path()))
          .set("offsets", offsets(lineage.offsets()));
    }
    node.set("inputs", inputs);
    node.set("outputs", write(lineage.outputs()));
    ArrayNode ruleSets = node.putArray("rule_sets");
    lineage.ruleSets().forEach(ruleSets::add);
    return node;
  }

  private static ObjectNode write(SortedMap<TableId, Versions> tables) {
    ObjectNode node = StrictJson.object();
    tables.forEach((id, versions) -> node.set(id.path(), write(versions)));
    return node;
  }

  /** The commits of one table. */
  public static ObjectNode write(Versions versions) {
    return StrictJson.object().put("after", versions.after()).put("up_to", versions.upTo());
  }

  private static ObjectNode offsets(SortedMap<TopicPartition, OffsetRange> offsets) {
    ObjectNode node = StrictJson.object();
    offsets.forEach(
        (partition, range) ->
            topic(node, partition.topic())
                .putObject(Integer.toString(partition.partition()))
                .put("from", range.from().getOrNull())
                .put("until", range.until()));
    return node;
  }

  private static ObjectNode topic(ObjectNode node, String name) {
    return node.get(name) instanceof ObjectNode known ? known : node.putObject(name);
  }

  private static RunLineage read(StrictObject node) throws MalformedJson {
    StrictObject inputs = node.object("inputs");
    SortedMap<TopicPartition, OffsetRange> offsets = TreeMap.empty();
    SortedMap<TableId, Versions> read = TreeMap.empty();
    for (String path : inputs.names()) {
      StrictObject table = inputs.object(path);
      Option<StrictObject> topics = table.objectIfAny("offsets");
      if (topics.isDefined()) {
        offsets = readOffsets(topics.get());
      }
      read = read.put(TablesJson.table(path), versions(table));
    }
    StrictObject outputs = node.object("outputs");
    SortedMap<TableId, Versions> written = TreeMap.empty();
    for (String path : outputs.names()) {
      written = written.put(TablesJson.table(path), versions(outputs.object(path)));
    }
    RunLineage lineage =
        new RunLineage(read, offsets, written, TreeSet.ofAll(node.list("rule_sets")));
    node.nothingElse();
    return lineage;
  }

  private static Versions versions(StrictObject table) throws MalformedJson {
    long after = table.whole("after", TableState.NOTHING_READ);
    Versions versions = new Versions(after, table.whole("up_to", Math.max(0, after)));
    table.nothingElse();
    return versions;
  }

  private static SortedMap<TopicPartition, OffsetRange> readOffsets(StrictObject topics)
      throws MalformedJson {
    SortedMap<TopicPartition, OffsetRange> offsets = TreeMap.empty();
    for (String topic : topics.names()) {
      StrictObject partitions = topics.object(topic);
      for (String partition : partitions.names()) {
        StrictObject range = partitions.object(partition);
        Option<Long> from = range.wholeOrNull("from", 0);
        long until = range.whole("until", from.getOrElse(0L));
        range.nothingElse();
        offsets =
            offsets.put(new TopicPartition(topic, number(partition)), new OffsetRange(from, until));
      }
    }
    return offsets;
  }

  private static int number(String partition) throws MalformedJson {
    if (!partition.matches("[0-9]{1,9}")) {
      throw new MalformedJson("not a partition: '" + partition + "'");
    }
    return Integer.parseInt(partition);
  }
}
