package io.orderlake.benchmarks.stages;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.corpus.CorpusTopic;
import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.JavaChild;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.List;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Topic to Gold from a cold start, against the pipeline that most people have. */
public record WholeSection(CorpusTopic topic, FrozenLakes lakes) implements Section {
  private static final String PRODUCT = "Orderlake";
  private static final String TEXTBOOK = "textbook pipeline";

  @Override
  public String name() {
    return "whole";
  }

  @Override
  public String title() {
    return "topic to both Gold tables, from the start of Java";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Truth truth = Truth.of(lakes);
    SparkSession session = lakes.lakes().session();
    List<Measurement> measured =
        new Rounds(name(), 0, context.repetitions())
            .run(
                List.of(
                    new Contestant(PRODUCT, turn -> orderlake(context, truth, session)),
                    new Contestant(TEXTBOOK, turn -> textbook(context, truth, session))),
                context.screen());
    return SectionResult.of(measured)
        .showing(
            Goal.WHOLE_TO_TEXTBOOK,
            Standing.of(measured, PRODUCT).timesAsFastAs(Standing.of(measured, TEXTBOOK)))
        .noting("Revenue: " + Numbers.money(truth.revenue()) + ".")
        .noting(
            "Orderlake is one Java that ingests and runs the jobs silver and gold. The textbook"
                + " pipeline is a Java for each job, Spark as it comes: Kafka to Parquet; from_json,"
                + " the same rules in SQL, dropDuplicates, Parquet, no quarantine; both Gold tables"
                + " anew.")
        .noting(
            "All have the same heap. Orderlake's Java starts as its launcher starts it, the"
                + " textbook's with Java's defaults.");
  }

  private Trial orderlake(BenchContext context, Truth truth, SparkSession session)
      throws Exception {
    Path data = context.emptyDirectory("whole-orderlake");
    Cost cost =
        JavaChild.run(
            JavaChild.Start.LAUNCHER,
            ProductPipeline.class,
            List.of(data.toString(), topic.published().bootstrapServers()),
            context.work().resolve("whole-orderlake.out"),
            context.work().resolve("whole-orderlake.log"));
    Truth.agree(
        PRODUCT + ", revenue in Gold",
        truth.revenue(),
        Truth.revenue(
            session
                .read()
                .format("delta")
                .load(data.resolve("gold").resolve("revenue_by_city_hour").toString())
                .withColumnRenamed("revenue", "total_amount")));
    return Trial.of(context.rows(), cost)
        .writing(data.resolve("bronze"), data.resolve("silver"), data.resolve("gold"));
  }

  private Trial textbook(BenchContext context, Truth truth, SparkSession session) throws Exception {
    Path lake = context.emptyDirectory("whole-textbook");
    String brokers = topic.published().bootstrapServers();
    Cost cost = Cost.NOTHING;
    List<String> seconds = List.empty();
    for (String job : List.of("bronze", "silver", "gold")) {
      Cost one =
          JavaChild.run(
              JavaChild.Start.PLAIN,
              TextbookJob.class,
              List.of(job, lake.toString(), brokers),
              context.work().resolve("textbook.out"),
              context.work().resolve("textbook.log"));
      cost = cost.then(one);
      seconds = seconds.append(Summary.secondsText(Summary.seconds(one.wall())));
    }
    truth.checkDeduplicated(TEXTBOOK, session.read().parquet(lake.resolve("silver").toString()));
    Truth.agree(
        TEXTBOOK + ", revenue in Gold against its Silver",
        Truth.revenue(session.read().parquet(lake.resolve("silver").toString())),
        Truth.revenue(
            session
                .read()
                .parquet(lake.resolve("revenue_by_city_hour").toString())
                .withColumnRenamed("revenue", "total_amount")));
    return Trial.of(context.rows(), cost)
        .withFact("seconds of bronze, silver and gold", seconds.mkString(" + "))
        .writing(
            lake.resolve("bronze"),
            lake.resolve("silver"),
            lake.resolve("revenue_by_city_hour"),
            lake.resolve("revenue_by_product_day"));
  }
}
