package io.orderlake.benchmarks.latency;

import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.program.RunnerProgram.Answer;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a request's time went, by the requester's clock and the times in the result, which are of
 * one machine.
 *
 * @param submitting writing the trigger file and renaming it into place
 * @param claiming from then until the runner has taken the request and begun the job
 * @param running the job
 * @param telling from the job's end until the result file was seen
 */
record RunParts(Duration submitting, Duration claiming, Duration running, Duration telling) {

  static RunParts of(Answer answer) {
    Instant submitted = answer.asked().plus(answer.submitting());
    Instant started = answer.result().startedAt();
    Instant ended = answer.result().finishedAt();
    return new RunParts(
        answer.submitting(),
        Duration.between(submitted, started),
        Duration.between(started, ended),
        Duration.between(ended, submitted.plus(answer.waiting())));
  }

  Map<String, List<Double>> addedTo(Map<String, List<Double>> parts, String job) {
    return List.of(
            entry(job, submitting.plus(claiming).plus(running).plus(telling)),
            entry(job + "'s submission", submitting),
            entry(job + "'s claim", claiming),
            entry(job + "'s run", running),
            entry(job + "'s result", telling))
        .foldLeft(
            parts, (sums, one) -> sums.put(one._1, List.of(one._2), (a, b) -> a.appendAll(b)));
  }

  private static Tuple2<String, Double> entry(String name, Duration took) {
    return Tuple.of(name, Summary.seconds(took));
  }

  static String told(Map<String, List<Double>> parts) {
    return parts.map(part -> part._1 + " " + Summary.of(part._2).text() + " s").mkString(", ");
  }
}
