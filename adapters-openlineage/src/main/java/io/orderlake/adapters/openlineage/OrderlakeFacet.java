package io.orderlake.adapters.openlineage;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openlineage.client.OpenLineage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What OpenLineage has no standard facet for; the protocol names the fields. */
final class OrderlakeFacet
    implements OpenLineage.RunFacet, OpenLineage.InputDatasetFacet, OpenLineage.OutputDatasetFacet {
  /** Who says all this. */
  static final URI PRODUCER = URI.create("urn:orderlake");

  private static final URI RUN = URI.create("urn:orderlake:lineage:1:run");
  private static final URI VERSIONS = URI.create("urn:orderlake:lineage:1:versions");

  private final URI schema;
  private final Map<String, Object> fields;

  private OrderlakeFacet(URI schema, ObjectNode fields) {
    this.schema = schema;
    this.fields = new LinkedHashMap<>();
    fields.properties().forEach(field -> this.fields.put(field.getKey(), field.getValue()));
  }

  static OrderlakeFacet ofRun(ObjectNode fields) {
    return new OrderlakeFacet(RUN, fields);
  }

  static OrderlakeFacet ofVersions(ObjectNode fields) {
    return new OrderlakeFacet(VERSIONS, fields);
  }

  @Override
  public URI get_producer() {
    return PRODUCER;
  }

  @Override
  public URI get_schemaURL() {
    return schema;
  }

  @Override
  @JsonAnyGetter
  public Map<String, Object> getAdditionalProperties() {
    return fields;
  }
}
