package io.orderlake.benchmarks.stages;

import io.orderlake.benchmarks.corpus.Lakes;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Orderlake from topic to Gold in one Java: what `ingest --once` does, then the jobs silver and
 * gold. Arguments: the lake's directory, the brokers.
 */
final class ProductPipeline {
  private ProductPipeline() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Map<String, Entry> settings =
        HashMap.of("data", option(args[0]), "kafka.bootstrap", option(args[1]));
    LakehouseConfig config =
        ConfigReader.read(new ConfigSources(data, Option.none(), HashMap.empty(), settings))
            .getOrElseThrow(problems -> new IllegalArgumentException(problems.mkString("; ")));
    try (Lakehouse lake = Lakehouse.open(config)) {
      System.out.println(lake.get(BronzeIngest.class).catchUp(progress -> {}));
      System.out.println(Lakes.run(lake, JobName.SILVER).report());
      System.out.println(Lakes.run(lake, JobName.GOLD).report());
    }
  }

  private static Entry option(String text) {
    return new Entry(text, new Origin.Option("bench"));
  }
}
