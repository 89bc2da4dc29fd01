package io.orderlake.adapters.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.orderlake.application.contract.LineageLogContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLineageFileTest extends LineageLogContract {
  private static final TableColumns COLUMNS =
      table -> Vector.of(new TableColumns.Column("city", "string"));

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path lake;
  private Path file;
  private OpenLineageLog log;

  @BeforeEach
  void open() {
    file = lake.resolve("lineage").resolve("openlineage.ndjson");
    log = log(COLUMNS);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private OpenLineageLog log(TableColumns columns) {
    return OpenLineageLog.to(
        Transports.file(file), new LakeName("orders", lake.toString()), columns);
  }

  @Override
  protected LineageLog log() {
    return log;
  }

  @Override
  protected List<Told> told(int events) {
    return Lines.await(events, () -> Lines.in(file)).stream()
        .map(event -> Lines.told(event, lake))
        .toList();
  }

  @Test
  void datasets_carry_their_columns_versions_and_rows() {
    log.ended(Runs.succeeded("a", Runs.lineage()));

    RunEvent event = Lines.await(1, () -> Lines.in(file)).get(0);
    InputDataset bronze = event.getInputs().get(0);
    assertThat(bronze.getNamespace()).isEqualTo("file");
    assertThat(bronze.getName()).isEqualTo(lake.resolve("bronze/orders").toString());
    assertThat(bronze.getFacets().getSchema().getFields().get(0).getName()).isEqualTo("city");
    assertThat(bronze.getFacets().getSchema().getFields().get(0).getType()).isEqualTo("string");
    assertThat(bronze.getInputFacets().getInputStatistics().getRowCount()).isEqualTo(10);
    assertThat(event.getOutputs())
        .extracting(
            OutputDataset::getName, o -> o.getOutputFacets().getOutputStatistics().getRowCount())
        .containsExactly(
            tuple(lake.resolve("silver/orders").toString(), 7L),
            tuple(lake.resolve("silver/quarantine").toString(), 2L));
  }

  @Test
  void what_no_standard_facet_says_is_in_orderlake_s_own() {
    log.ended(Runs.succeeded("a", Runs.lineage()));

    RunEvent event = Lines.await(1, () -> Lines.in(file)).get(0);
    assertThat(
            Lines.facet(
                event.getInputs().get(0).getInputFacets().getAdditionalProperties(),
                "orderlake_versions"))
        .containsEntry("after", 9)
        .containsEntry(
            "offsets",
            List.of(
                Map.of("topic", "orders", "partition", 0, "from", 40, "until", 60),
                Map.of("topic", "orders", "partition", 3, "until", 5)));
    assertThat(Lines.facet(event.getRun().getFacets().getAdditionalProperties(), "orderlake_run"))
        .containsEntry("run_id", "a")
        .containsEntry("lake_version", 12)
        .containsEntry("rule_sets", List.of("1-9f86d081"))
        .extractingByKey("counts")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("read", 10)
        .containsEntry("quarantined_by_reason", Map.of("city_blank", 2));
  }

  @Test
  void orderlake_s_own_facets_are_what_the_contract_says() throws Exception {
    log.started(new RunState.Running(Runs.request("a"), 1, 3, Runs.NOON));
    log.ended(Runs.succeeded("a", Runs.lineage()));
    log.ended(Runs.failed("b"));
    Lines.await(3, () -> Lines.in(file));

    for (String line : Files.readAllLines(file)) {
      JsonNode event = JSON.readTree(line);
      assertThat(errors("run-facet", event.at("/run/facets/orderlake_run"))).isEmpty();
      for (JsonNode dataset : event.withArray("inputs")) {
        assertThat(errors("versions-facet", dataset.at("/inputFacets/orderlake_versions")))
            .isEmpty();
      }
      for (JsonNode dataset : event.withArray("outputs")) {
        assertThat(errors("versions-facet", dataset.at("/outputFacets/orderlake_versions")))
            .isEmpty();
      }
    }
  }

  private static Set<String> errors(String facet, JsonNode node) throws IOException {
    String schema = Files.readString(Path.of("..", "contracts", "lineage", facet + ".schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(node)
        .stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }

  @Test
  void another_lake_s_run_of_the_same_id_is_another_run() {
    log.ended(Runs.succeeded("a"));
    try (OpenLineageLog other =
        OpenLineageLog.to(
            Transports.file(file),
            new LakeName("orders", lake.resolve("other").toString()),
            COLUMNS)) {
      other.ended(Runs.succeeded("a"));
    }

    assertThat(Lines.await(2, () -> Lines.in(file)))
        .extracting(event -> event.getRun().getRunId())
        .doesNotHaveDuplicates();
  }

  @Test
  void columns_that_cannot_be_read_are_left_out() {
    try (OpenLineageLog blind =
        log(
            table -> {
              throw LakeFailure.lasting("no log");
            })) {
      blind.ended(Runs.succeeded("a", Runs.lineage()));
    }

    assertThat(Lines.in(file).get(0).getInputs().get(0).getFacets().getSchema()).isNull();
  }

  @Test
  void what_was_told_before_a_close_is_in_the_file() {
    for (int i = 0; i < 100; i++) {
      log.ended(Runs.succeeded("run-" + i));
    }
    log.close();

    assertThat(Lines.in(file)).hasSize(100);
  }

  @Test
  void the_file_is_rolled_and_only_so_many_are_kept() throws Exception {
    try (OpenLineageLog small =
        OpenLineageLog.to(
            new RollingFile(file, 2_000, 2), new LakeName("orders", lake.toString()), COLUMNS)) {
      for (int i = 0; i < 40; i++) {
        small.ended(Runs.succeeded("run-" + i));
      }
    }

    try (var files = Files.list(file.getParent())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "openlineage.ndjson", "openlineage.ndjson.1", "openlineage.ndjson.2");
    }
    assertThat(Files.size(file)).isBetween(1L, 2_000L);
    assertThat(Lines.in(file).get(0).getJob().getName()).isEqualTo("silver");
  }

  @Test
  void a_file_that_cannot_be_written_stands_in_nobody_s_way() throws Exception {
    Files.createDirectories(file.getParent());
    Files.createDirectory(file);
    log.ended(Runs.succeeded("a"));
    Files.delete(file);

    assertThat(told(1)).extracting(Told::kind).containsExactly("COMPLETE");
  }
}
