package io.orderlake.bootstrap.cli.serve;

import io.orderlake.application.serve.ServeGold;
import io.orderlake.application.serve.TellOperations;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.ServedGold;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.ServedPlace;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves Gold in PostgreSQL. */
@Command(
    name = "serve",
    description = {
      "Keeps Gold in PostgreSQL at the newest lake version, all tables in one step, until it is stopped.",
      "`up` does it too where serve.postgres.url is set. It reads the lake and changes nothing of it; docs/bi.md says how tools connect, and how they are held at one lake version."
    })
public final class ServeCommand extends RoleCommand {
  @Option(names = "--once", description = "Serve the newest lake version, then end.")
  private boolean once;

  @Option(
      names = "--forget",
      paramLabel = "TABLE",
      description = "Drop a table that is declared no more from PostgreSQL, and end.")
  private java.util.List<String> forget = new ArrayList<>();

  public ServeCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    ServedPlace place = ServedPlace.of(config);
    if (!place.isThere()) {
      shell
          .screen()
          .complain(
              "serve.postgres.url names no database; set it in orderlake.yaml, e.g."
                  + " postgresql://127.0.0.1:5432/orderlake, or have `orderlake up --serve` run"
                  + " one");
      return ExitStatus.of(ExitCode.CONFIG);
    }
    try (Lakehouse lake = Lakehouse.open(config)) {
      if (!forget.isEmpty()) {
        return forget(lake.get(GoldSink.class));
      }
      if (once) {
        serveOnce(lake.get(ServeGold.class), lake.get(TellOperations.class));
      } else {
        serve(lake, place, stop);
      }
      return ExitStatus.OK;
    }
  }

  private void serveOnce(ServeGold serving, TellOperations telling) {
    serving
        .catchUp()
        .peek(this::tell)
        .onEmpty(() -> shell.screen().note("nothing is published yet"));
    while (telling.tell()) {
      shell.screen().progress("telling of runs");
    }
  }

  private void serve(Lakehouse lake, ServedPlace place, StopSignal stop) throws Exception {
    Troubles troubles = new Troubles(shell.screen()::note);
    try (ServedGold served =
        ServedGold.start(
            lake.get(ServeGold.class), lake.get(TellOperations.class), troubles, this::tell)) {
      shell.screen().note("serving Gold in " + place.require() + "; Ctrl-C stops it");
      shell.heartbeat().until(stop, served::throwIfBroken);
    }
  }

  private void tell(Served served) {
    shell.screen().say("served: lake version " + served.version());
  }

  private ExitStatus forget(GoldSink sink) {
    Seq<String> gone = sink.forget(List.ofAll(forget));
    gone.forEach(table -> shell.screen().say("dropped: gold." + table));
    Seq<String> left = List.ofAll(forget).removeAll(gone);
    left.forEach(
        table ->
            shell
                .screen()
                .complain(
                    table
                        + " stays: it is declared, and would come again, or it is not there; take"
                        + " it out of gold.tables first"));
    return left.isEmpty() ? ExitStatus.OK : ExitStatus.of(ExitCode.USAGE);
  }
}
