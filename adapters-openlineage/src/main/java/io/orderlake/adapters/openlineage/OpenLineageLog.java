package io.orderlake.adapters.openlineage;

import io.openlineage.client.transports.Transport;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import java.net.URI;
import java.nio.file.Path;

/** Tells lineage as OpenLineage events: START, then COMPLETE or FAIL. */
public final class OpenLineageLog implements LineageLog, AutoCloseable {
  private final RunEvents events;
  private final Courier courier;

  private OpenLineageLog(RunEvents events, Courier courier) {
    this.events = events;
    this.courier = courier;
  }

  /**
   * A log that tells a file, one event a line; rolled at 20 MB, five kept beside it.
   *
   * @param file need not be there yet, nor its directory
   * @param lake the lake that the runs are of
   * @param columns asked on the log's own thread, once for each table
   */
  public static OpenLineageLog toFile(Path file, LakeName lake, TableColumns columns) {
    return to(Transports.file(file), lake, columns);
  }

  /**
   * A log that tells a server that speaks OpenLineage.
   *
   * @param url its address, to which the client adds its path
   * @param apiKey sent as a bearer token; empty for none
   * @param lake the lake that the runs are of
   * @param columns asked on the log's own thread, once for each table
   */
  public static OpenLineageLog toServer(
      URI url, String apiKey, LakeName lake, TableColumns columns) {
    return to(Transports.http(url, apiKey), lake, columns);
  }

  static OpenLineageLog to(Transport transport, LakeName lake, TableColumns columns) {
    return to(transport, lake, columns, Courier.Patience.USUAL);
  }

  static OpenLineageLog to(
      Transport transport, LakeName lake, TableColumns columns, Courier.Patience patience) {
    RunEvents events = new RunEvents(lake, new Datasets(lake, columns));
    return new OpenLineageLog(events, Courier.start(transport, patience, events::rehearse));
  }

  @Override
  public void started(RunState.Running run) {
    courier.take(() -> events.started(run));
  }

  @Override
  public void ended(RunResult result) {
    if (result.rejection().isEmpty()) {
      courier.take(() -> events.ended(result));
    }
  }

  /** Carries what is left, for a minute at most and only while it is taken; idempotent. */
  @Override
  public void close() {
    courier.close();
  }
}
