package io.orderlake.application.contract;

import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.audit.scan.AuditPorts;
import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.correct.ForecastPorts;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.twin.InMemoryScratch;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.quarantine.QuarantineEntry;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A lake under test as forecasts and audits read it: whatever version is asked for, the tables as
 * of now. For lakes whose newest commits are all published.
 */
record LabViews(LakeLab lab) {

  ForecastPorts ports() {
    return new ForecastPorts(bronze(), silver(), quarantine(), new InMemoryScratch());
  }

  /** What an audit of the newest lake version finds. */
  AuditVerdict audit(LakeVersions versions, RecordRefiner refiner) {
    return new AuditLake(
            new AuditPorts(
                versions, bronze(), silver(), quarantine(), gold(), new InMemoryScratch()),
            refiner,
            List.ofAll(lab.projections()),
            GoldFixture.ZONE,
            1)
        .audit(AuditScope.EVERYTHING, AuditProgress.UNHEARD);
  }

  private GoldView gold() {
    return (projection, version, consumer) ->
        lab.cells(projection)
            .forEach((key, figures) -> consumer.accept(new GoldCell(key, figures)));
  }

  private BronzeView bronze() {
    return new BronzeView() {
      @Override
      public Seq<TablePart<BronzeRecord>> parts(long version) {
        return List.of(lab.bronze()::forEach);
      }

      @Override
      public Option<BronzeState> state() {
        throw new UnsupportedOperationException("neither asks for it");
      }

      @Override
      public Option<BronzeState> at(long version) {
        long last =
            lab.bronze().stream()
                .mapToLong(record -> record.order().ingestSequence())
                .max()
                .orElse(TableState.NOTHING_READ);
        return Option.some(new BronzeState(new TableState(version, last), TreeMap.empty()));
      }

      @Override
      public void timestamps(long after, long upTo, LongConsumer millis) {
        throw new UnsupportedOperationException("neither asks for it");
      }
    };
  }

  private SilverView silver() {
    return new SilverView() {
      @Override
      public Seq<TablePart<RefinedOrder>> parts(long version) {
        return List.of(lab.silverRows()::forEach);
      }

      @Override
      public SortedMap<String, Long> currencies(long version) {
        throw new UnsupportedOperationException("a forecast does not ask for them");
      }
    };
  }

  QuarantineView quarantine() {
    return new QuarantineView() {
      @Override
      public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
        lab.quarantineRows().forEach(consumer);
      }

      @Override
      public void forEachReleased(long version, Consumer<ReleasedRecord> consumer) {
        lab.releasedRows().forEach(consumer);
      }

      @Override
      public void forEachEntry(long version, Consumer<QuarantineEntry> consumer) {
        throw new UnsupportedOperationException("a forecast does not ask for them");
      }
    };
  }
}
