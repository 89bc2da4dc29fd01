package io.orderlake.protocol.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.domain.run.RunState;
import io.orderlake.protocol.json.StrictJson;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is told as lineage is what {@code contracts/lineage} says. */
class LineageFacetsTest {
  private static final Path CONTRACT = Path.of("..", "contracts", "lineage");
  private static final Versions READ = Runs.lineage().bronze().get();

  @Test
  void the_run_facet_has_the_fields_of_its_schema_and_no_others() throws IOException {
    assertFills(
        "run",
        RunFacetJson.started(new RunState.Running(Runs.request("a"), 1, 1, Runs.NOON)),
        RunFacetJson.ended(Runs.succeeded("a")),
        RunFacetJson.ended(Runs.succeeded("a", Runs.lineage())),
        RunFacetJson.ended(Runs.failed("a")));
  }

  @Test
  void the_versions_facet_has_the_fields_of_its_schema_and_no_others() throws IOException {
    assertFills(
        "versions",
        VersionsFacetJson.of(Runs.lineage().outputs().get(TableId.QUARANTINE).get()),
        VersionsFacetJson.of(READ, Runs.lineage().offsets()),
        VersionsFacetJson.of(READ, TreeMap.empty()));
  }

  @Test
  void counts_are_told_as_they_always_were() {
    assertThat(StrictJson.line((ObjectNode) RunFacetJson.ended(Runs.succeeded("a")).get("counts")))
        .isEqualTo(
            "{\"read\":10,\"refined\":7,\"quarantined\":2,\"duplicates\":1,"
                + "\"quarantined_by_reason\":{\"city_blank\":2},"
                + "\"warnings\":{\"time_without_zone\":3},\"events_folded\":7,"
                + "\"cells_changed\":{\"revenue_by_city_hour\":5},\"upkeep\":{}}");
  }

  private static void assertFills(String facet, ObjectNode... told) throws IOException {
    String text = Files.readString(CONTRACT.resolve(facet + "-facet.schema.json"));
    JsonNode schema = new ObjectMapper().readTree(text);
    Set<String> fields = new TreeSet<>(List.of("_producer", "_schemaURL"));
    for (ObjectNode fieldsTold : told) {
      ObjectNode whole =
          fieldsTold
              .deepCopy()
              .put("_producer", "urn:orderlake")
              .put("_schemaURL", "urn:orderlake:lineage:1:" + facet);
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(text)
                  .validate(whole))
          .isEmpty();
      fieldsTold.fieldNames().forEachRemaining(fields::add);
    }
    assertThat(schema.get("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(fields);
  }
}
