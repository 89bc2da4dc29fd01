package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.gold.KernelGoldView;
import io.orderlake.adapters.delta.quarantine.KernelQuarantineView;
import io.orderlake.adapters.delta.silver.KernelSilverView;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.LakeTables;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An older program refuses what a newer one has written, whatever the table. */
class NewerLayoutTest {
  private static final StructType SCHEMA =
      new StructType().add("name", StringType.STRING).add("day", StringType.STRING);

  @TempDir private Path root;

  /** Reads a table of a lake. */
  interface Reading {
    void of(KernelLake lake, long version);
  }

  static Stream<Arguments> readings() {
    GoldProjection cityHour = GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
    TableId gold = TableId.gold(cityHour.table());
    return Stream.of(
        reading(TableId.BRONZE_ORDERS, (lake, v) -> new KernelBronzeView(lake).parts(v)),
        reading(TableId.BRONZE_ORDERS, (lake, v) -> new KernelBronzeView(lake).at(v)),
        reading(TableId.BRONZE_ORDERS, (lake, v) -> new KernelBronzeView(lake).state()),
        reading(TableId.SILVER_ORDERS, (lake, v) -> new KernelSilverView(lake).parts(v)),
        reading(
            TableId.QUARANTINE, (lake, v) -> new KernelQuarantineView(lake).forEach(v, row -> {})),
        reading(gold, (lake, v) -> new KernelGoldView(lake).forEach(cityHour, v, cell -> {})));
  }

  private static Arguments reading(TableId table, Reading reading) {
    return Arguments.of(table, reading);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void a_table_of_a_newer_layout_is_refused_with_what_to_do(TableId id, Reading reading) {
    int known = LakeTables.layout(id).number();
    DeltaTableWriter table = new DeltaTableWriter(root.resolve(id.path()), SCHEMA, "day");
    table.commit(Set.of(), Map.of(), Map.of());
    long version = table.evolve(Map.of(LayoutVersion.PROPERTY, Integer.toString(known + 1)));
    KernelLake lake = KernelLake.at(root);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> reading.of(lake, version))
        .withMessageContaining(id.path())
        .withMessageContaining("layout " + (known + 1))
        .withMessageContaining("up to layout " + known)
        .withMessageContaining("Use the newer Orderlake")
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_table_that_names_the_known_layout_is_read() {
    DeltaTableWriter table =
        new DeltaTableWriter(root.resolve(TableId.BRONZE_ORDERS.path()), SCHEMA, "day");
    table.commit(Set.of(), Map.of(), Map.of());
    long version = table.evolve(Map.of(LayoutVersion.PROPERTY, "1"));

    assertThatCode(() -> new KernelBronzeView(KernelLake.at(root)).at(version))
        .doesNotThrowAnyException();
  }
}
