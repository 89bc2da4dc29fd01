package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.openlineage.LakeName;
import io.orderlake.adapters.openlineage.OpenLineageLog;
import io.orderlake.adapters.openlineage.TableColumns;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.Seq;
import java.nio.file.Path;

/** Who is told what runs read and wrote. */
final class LineageModule extends AbstractModule {
  @Provides
  @Singleton
  LineageLog lineage(LakehouseConfig config, KernelLake lake, Resources resources) {
    LakehouseConfig.Lineage to = config.lineage();
    LakeName name = new LakeName(to.namespace(), config.place());
    TableColumns columns = table -> columns(lake, table);
    return switch (to.to()) {
      case FILE -> {
        Path file = config.data().resolve("lineage").resolve("openlineage.ndjson");
        yield resources.opened(OpenLineageLog.toFile(file, name, columns));
      }
      case HTTP ->
          resources.opened(OpenLineageLog.toServer(to.url().get(), to.apiKey(), name, columns));
      case NOBODY -> new Untold();
    };
  }

  private static Seq<TableColumns.Column> columns(KernelLake lake, TableId table) {
    return lake.table(table).columns().map(column -> new TableColumns.Column(column._1, column._2));
  }

  /** Tells nobody. */
  private static final class Untold implements LineageLog {
    @Override
    public void started(RunState.Running run) {}

    @Override
    public void ended(RunResult result) {}
  }
}
