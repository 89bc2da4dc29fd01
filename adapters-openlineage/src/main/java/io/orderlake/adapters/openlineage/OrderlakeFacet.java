package io.orderlake.adapters.openlineage;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.openlineage.client.OpenLineage;
import java.net.URI;
import java.util.Map;

/** What OpenLineage has no standard facet for; {@code contracts/lineage} describes the fields. */
final class OrderlakeFacet
    implements OpenLineage.RunFacet, OpenLineage.InputDatasetFacet, OpenLineage.OutputDatasetFacet {
  /** Who says all this. */
  static final URI PRODUCER = URI.create("urn:orderlake");

  private static final URI RUN = URI.create("urn:orderlake:lineage:1:run");
  private static final URI VERSIONS = URI.create("urn:orderlake:lineage:1:versions");

  private final URI schema;
  private final Map<String, Object> fields;

  private OrderlakeFacet(URI schema, Map<String, Object> fields) {
    this.schema = schema;
    this.fields = fields;
  }

  static OrderlakeFacet ofRun(Map<String, Object> fields) {
    return new OrderlakeFacet(RUN, fields);
  }

  static OrderlakeFacet ofVersions(Map<String, Object> fields) {
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
