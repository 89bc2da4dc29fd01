package io.orderlake.adapters.openlineage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openlineage.client.OpenLineage;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.protocol.lineage.VersionsFacetJson;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lake's tables as datasets, at the versions that a run read or made; used by one thread. */
final class Datasets {
  private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);
  private static final String VERSIONS = "orderlake_versions";

  private final OpenLineage openLineage = new OpenLineage(OrderlakeFacet.PRODUCER);
  private final LakeName lake;
  private final TableColumns columns;
  private Map<TableId, Seq<TableColumns.Column>> known = HashMap.empty();

  Datasets(LakeName lake, TableColumns columns) {
    this.lake = lake;
    this.columns = columns;
  }

  java.util.List<OpenLineage.InputDataset> inputs(RunLineage lineage, RunReport report) {
    return lineage
        .inputs()
        .toList()
        .map(
            input ->
                openLineage
                    .newInputDatasetBuilder()
                    .namespace(lake.tables())
                    .name(lake.nameOf(input._1))
                    .facets(facets(input._1, input._2))
                    .inputFacets(read(input._1, input._2, lineage, report))
                    .build())
        .asJava();
  }

  java.util.List<OpenLineage.OutputDataset> outputs(RunLineage lineage, RunReport report) {
    return lineage
        .outputs()
        .toList()
        .map(
            output ->
                openLineage
                    .newOutputDatasetBuilder()
                    .namespace(lake.tables())
                    .name(lake.nameOf(output._1))
                    .facets(facets(output._1, output._2))
                    .outputFacets(made(output._1, output._2, report))
                    .build())
        .asJava();
  }

  private OpenLineage.InputDatasetInputFacets read(
      TableId table, Versions versions, RunLineage lineage, RunReport report) {
    ObjectNode fields =
        table.equals(TableId.BRONZE_ORDERS)
            ? VersionsFacetJson.of(versions, lineage.offsets())
            : VersionsFacetJson.of(versions);
    OpenLineage.InputDatasetInputFacetsBuilder facets =
        openLineage
            .newInputDatasetInputFacetsBuilder()
            .put(VERSIONS, OrderlakeFacet.ofVersions(fields));
    Counts.read(table, report)
        .forEach(
            rows ->
                facets.inputStatistics(
                    openLineage
                        .newInputStatisticsInputDatasetFacetBuilder()
                        .rowCount(rows)
                        .build()));
    return facets.build();
  }

  private OpenLineage.OutputDatasetOutputFacets made(
      TableId table, Versions versions, RunReport report) {
    OpenLineage.OutputDatasetOutputFacetsBuilder facets =
        openLineage
            .newOutputDatasetOutputFacetsBuilder()
            .put(VERSIONS, OrderlakeFacet.ofVersions(VersionsFacetJson.of(versions)));
    Counts.written(table, report)
        .forEach(
            rows ->
                facets.outputStatistics(
                    openLineage
                        .newOutputStatisticsOutputDatasetFacetBuilder()
                        .rowCount(rows)
                        .build()));
    return facets.build();
  }

  private OpenLineage.DatasetFacets facets(TableId table, Versions versions) {
    OpenLineage.DatasetFacetsBuilder facets =
        openLineage
            .newDatasetFacetsBuilder()
            .version(openLineage.newDatasetVersionDatasetFacet(Long.toString(versions.upTo())))
            .storage(openLineage.newStorageDatasetFacet("delta", "parquet"));
    Seq<TableColumns.Column> found = columnsOf(table);
    if (found.nonEmpty()) {
      facets.schema(
          openLineage.newSchemaDatasetFacet(
              found
                  .map(
                      column ->
                          openLineage
                              .newSchemaDatasetFacetFieldsBuilder()
                              .name(column.name())
                              .type(column.type())
                              .build())
                  .asJava()));
    }
    return facets.build();
  }

  private Seq<TableColumns.Column> columnsOf(TableId table) {
    if (!known.containsKey(table)) {
      try {
        known = known.put(table, columns.of(table));
      } catch (LakeFailure e) {
        LOG.warn("lineage goes without the columns of {}", table, e);
        return List.empty();
      }
    }
    return known.get(table).get();
  }
}
