package io.orderlake.benchmarks.program;

import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A runner on a lake, and requests to it by trigger file. */
public final class RunnerProgram implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);

  private final Program program;
  private final Path data;
  private final RunRequests requests;

  private RunnerProgram(Program program, Path data, RunRequests requests) {
    this.program = program;
    this.data = data;
    this.requests = requests;
  }

  /**
   * Starts the runner.
   *
   * @param home the project's directory
   * @param data the lake's directory
   * @param requests of that lake
   * @param javaOptions further options for Java; none with a space in it
   */
  public static RunnerProgram start(
      Path home, Path data, RunRequests requests, String... javaOptions) throws IOException {
    Map<String, String> environment =
        javaOptions.length == 0
            ? HashMap.empty()
            : HashMap.of("ORDERLAKE_JAVA_OPTS", String.join(" ", javaOptions));
    Program program = Program.start(home, environment, "runner", "--data", data.toString());
    return new RunnerProgram(program, data, requests);
  }

  /** Waits until it says that it serves. */
  public Duration awaitServing() throws InterruptedException {
    return program.awaitLine(line -> line.startsWith("serving trigger files"), START).after();
  }

  public long pid() {
    return program.pid();
  }

  /**
   * A run that was asked for, and its result.
   *
   * @param asked by the system's clock, before the trigger file was written
   * @param submitting writing the trigger file and renaming it into place
   * @param waiting from then until the result file is in place
   */
  public record Answer(Instant asked, Duration submitting, Duration waiting, RunResult result) {
    /** From before the trigger file was written until the result was in place. */
    public Duration whole() {
      return submitting.plus(waiting);
    }
  }

  /** Puts a trigger file in place, without waiting. */
  public static RunRequest submit(RunRequests requests, JobName job) {
    RunId id = new RunId("bench-" + job + "-" + UUID.randomUUID());
    RunRequest request = new RunRequest(id, job.word(), "bench", Instant.now(), TreeMap.empty());
    requests.submit(request);
    return request;
  }

  /** Asks for a run and looks for its result file every millisecond. */
  public Answer run(JobName job, Duration atMost) throws InterruptedException {
    Instant asked = Instant.now();
    long start = System.nanoTime();
    RunRequest request = submit(requests, job);
    long submitted = System.nanoTime();
    RunResult result = await(request.runId(), atMost);
    return new Answer(
        asked,
        Duration.ofNanos(submitted - start),
        Duration.ofNanos(System.nanoTime() - submitted),
        result);
  }

  /**
   * Waits for a result.
   *
   * @throws BenchFailure when the run failed or the time is over
   */
  public RunResult await(RunId id, Duration atMost) throws InterruptedException {
    Path file = data.resolve("triggers").resolve("results").resolve(id + ".json");
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > deadline) {
        throw program.failure("has not answered " + id + " within " + atMost);
      }
      program.throwIfEnded();
      TimeUnit.MILLISECONDS.sleep(1);
    }
    RunResult result = requests.result(id).get();
    if (!result.succeeded()) {
      throw new BenchFailure("run " + id + " did not succeed: " + result.failure());
    }
    return result;
  }

  @Override
  public void close() {
    program.close();
  }
}
