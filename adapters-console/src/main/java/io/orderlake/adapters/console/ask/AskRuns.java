package io.orderlake.adapters.console.ask;

import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Asking;
import io.orderlake.application.run.RequestRun;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunRequest;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/** Writes a trigger, like everybody else, and leads to the run. */
public final class AskRuns implements Asking {
  /** What the console asks for: jobs that people decide on. */
  private static final List<JobName> JOBS =
      List.of(JobName.AUDIT, JobName.REDRIVE, JobName.REBUILD, JobName.COMPACT, JobName.VACUUM);

  private static final List<String> PARAMETERS =
      List.of("from", "to", "sample", "reason", "may_lose_rows", "projection", "dry_run");

  private final RequestRun requests;
  private final BiFunction<String, Instant, RunId> ids;
  private final InstantSource clock;

  /**
   * Asks through that use case.
   *
   * @param ids makes an id that nobody has used, of a job and a time
   */
  public AskRuns(RequestRun requests, BiFunction<String, Instant, RunId> ids, InstantSource clock) {
    this.requests = requests;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Answer ask(Map<String, String> form) {
    String word = form.get(AskForm.JOB).getOrElse("");
    Option<JobName> job = JOBS.find(known -> known.word().equals(word));
    return job.map(known -> ask(known, form))
        .getOrElse(
            () ->
                Answer.wrong(
                    "the console asks for " + JOBS.mkString(", ") + ", not for '" + word + "'"));
  }

  private Answer ask(JobName job, Map<String, String> form) {
    Map<String, String> params = form.remove(AskForm.JOB).remove("confirmed");
    Seq<String> unknown = params.keySet().toList().removeAll(PARAMETERS);
    if (unknown.nonEmpty()) {
      return Answer.wrong("no job has a parameter " + unknown.mkString(", "));
    }
    Instant now = clock.instant();
    RunId id = ids.apply(job.word(), now);
    requests.submit(new RunRequest(id, job.word(), "the console", now, TreeMap.ofEntries(params)));
    return new Answer.Elsewhere(Link.to("/runs").with("run", id.value()));
  }
}
