package io.orderlake.bootstrap.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.metrics.PrometheusText;
import io.orderlake.application.metrics.Scrape;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.ServedMetrics;
import io.orderlake.bootstrap.up.ToldTroubles;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells a monitoring system how the lake is. */
@Command(
    name = "metrics",
    description = {
      "Serves the lake's metrics in Prometheus' text format, on 127.0.0.1, until it is stopped; or prints them once.",
      "`up` serves them too. They are read from what is stored, so any number of processes tells the same, and none of them holds anything up."
    })
public final class MetricsCommand extends RoleCommand {
  @Option(names = "--once", description = "Print them and end.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to serve them at, 0 for any free one (default: 9817).")
  private @Nullable String port;

  public MetricsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected Map<String, Entry> overrides() {
    return port == null ? HashMap.empty() : HashMap.of("metrics.port", option(port, "--port"));
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    try (Lakehouse lake = Lakehouse.open(config)) {
      if (once) {
        print(lake.get(ShowMetrics.class).now());
      } else {
        serve(config, lake, stop);
      }
      return ExitStatus.OK;
    }
  }

  /** What cannot be read is said apart, and by the metrics themselves. */
  private void print(Scrape scrape) {
    scrape
        .failed()
        .forEach(
            (collector, why) ->
                shell.screen().note("metrics: " + collector + " is missing: " + why.getMessage()));
    new String(PrometheusText.of(scrape.metrics()), UTF_8).lines().forEach(shell.screen()::say);
  }

  private void serve(LakehouseConfig config, Lakehouse lake, StopSignal stop)
      throws InterruptedException {
    int wanted = config.metrics().port().getOrElse(LakehouseConfig.Metrics.USUAL_PORT);
    Troubles troubles = new Troubles(shell.screen()::note);
    try (ServedMetrics served = ServedMetrics.at(wanted, lake.get(ShowMetrics.class), troubles);
        ToldTroubles telling = ToldTroubles.of(lake)) {
      shell
          .screen()
          .say(
              "metrics of the lake in "
                  + config.place()
                  + " at "
                  + served.url()
                  + "; Ctrl-C stops it");
      shell.heartbeat().until(stop, served::throwIfBroken);
    }
  }
}
