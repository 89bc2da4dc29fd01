package io.orderlake.protocol.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lineage.OffsetRange;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.protocol.run.LineageJson;
import io.vavr.collection.SortedMap;

/**
 * The fields of a dataset's facet, as {@code contracts/lineage/versions-facet.schema.json} has
 * them.
 */
public final class VersionsFacetJson {
  private VersionsFacetJson() {}

  public static ObjectNode of(Versions versions) {
    return LineageJson.write(versions);
  }

  /** Of Bronze, with the offsets whose records the commits added. */
  public static ObjectNode of(Versions versions, SortedMap<TopicPartition, OffsetRange> offsets) {
    ObjectNode node = of(versions);
    ArrayNode list = node.putArray("offsets");
    offsets.forEach(
        (partition, range) -> {
          ObjectNode moved =
              list.addObject()
                  .put("topic", partition.topic())
                  .put("partition", partition.partition());
          range.from().forEach(from -> moved.put("from", from));
          moved.put("until", range.until());
        });
    return node;
  }
}
