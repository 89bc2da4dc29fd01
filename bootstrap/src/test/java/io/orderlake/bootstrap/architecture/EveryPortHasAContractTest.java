package io.orderlake.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.architecture.offenders.domain.PortWithoutContract;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.alert.TroubleReceiver;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableSizes;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.SchemaRegistry;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.OperationsSink;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.domain.silver.SilverView;
import io.orderlake.domain.source.RecordFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every driven port has a contract suite, which runs on the in-memory twin and on the real adapter,
 * so that use cases tested on the twin meet in production what they met in the test.
 */
class EveryPortHasAContractTest {
  /** What a port hands out; promised by the port's own suite. */
  private static final Set<Class<?>> PARTS_OF_PORTS =
      Set.of(
          RunningIngest.class,
          SourceRecords.Reading.class,
          PreparedRefinement.class,
          SilverRebuild.class,
          PreparedRedrive.class,
          PreparedRevenue.class,
          GoldSink.Reading.class,
          FeedLines.class,
          FeedTable.class,
          Scratch.Spill.class,
          TroubleLog.Held.class,
          LeaderLock.Held.class);

  private static final Implementations IMPLEMENTATIONS = Implementations.find();

  static Stream<Class<?>> ports() {
    return Stream.of(
        BronzeIngest.class,
        BronzeView.class,
        SourceOffsets.class,
        SourceRecords.class,
        ShadowGroup.class,
        SilverTable.class,
        SilverRebuilds.class,
        QuarantineRedrive.class,
        SilverView.class,
        GoldTables.class,
        GoldView.class,
        GoldPartitions.class,
        GoldSink.class,
        OperationsSink.class,
        QuarantineView.class,
        LakeLookup.class,
        LakeVersions.class,
        LakeRegister.class,
        TableCompaction.class,
        TableVacuum.class,
        TableSizes.class,
        LakeDisk.class,
        LakeFiles.class,
        Scratch.class,
        FeedSource.class,
        OrderEventDecoder.class,
        RecordFormat.class,
        KeptSchemas.class,
        SchemaRegistry.class,
        OrderEventLog.class,
        TriggerInbox.class,
        ResultOutbox.class,
        RunJournal.class,
        JournalReader.class,
        KeptFold.class,
        RequestQueue.class,
        RunRequests.class,
        LeaderLock.class,
        LineageLog.class,
        TroubleLog.class,
        TroubleReceiver.class);
  }

  @ParameterizedTest
  @MethodSource("ports")
  void each_port_has_a_suite_that_runs_on_a_twin_and_on_an_adapter(Class<?> port) {
    assertThat(IMPLEMENTATIONS.gaps(port)).isEmpty();
  }

  @Test
  void no_interface_of_the_domain_that_an_adapter_implements_is_left_out() {
    assertThat(IMPLEMENTATIONS.domainInterfacesThatAdaptersImplement())
        .isSubsetOf(Stream.concat(ports(), PARTS_OF_PORTS.stream()).toArray(Class<?>[]::new));
  }

  @Test
  void a_port_without_any_of_it_is_found_out() {
    assertThat(IMPLEMENTATIONS.gaps(PortWithoutContract.class))
        .containsExactly(
            "no suite PortWithoutContractContract with tests",
            "no twin in the application's tests",
            "no adapter",
            "the suite runs on no twin",
            "the suite runs on no adapter");
  }
}
