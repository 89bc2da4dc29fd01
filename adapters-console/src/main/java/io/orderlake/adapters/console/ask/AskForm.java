package io.orderlake.adapters.console.ask;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Asking;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.Map;

/** A button that asks the runner for a run. */
public final class AskForm {
  /** The field that names the job. */
  static final String JOB = "job";

  private AskForm() {}

  /**
   * The form; for whoever has not shown the token, how to.
   *
   * @param label what the button says
   * @param params the job's parameters
   */
  public static Html of(
      PageRequest request, JobName job, String label, Map<String, String> params) {
    return request.mayAsk()
        ? form(job, params).add(Tags.submit(label))
        : Tags.p(
                label
                    + ": that needs the console's token; follow the link that it showed when it"
                    + " started.")
            .classed("quiet");
  }

  /** As above, with a sentence that has to be confirmed by a tick first. */
  public static Html confirmed(
      PageRequest request, JobName job, String label, String sentence, Map<String, String> params) {
    if (!request.mayAsk()) {
      return of(request, job, label, params);
    }
    Element tick =
        Element.of("input")
            .with("type", "checkbox")
            .with("name", "confirmed")
            .with("value", "true")
            .with("required");
    return form(job, params)
        .add(
            Element.of("label", tick, Html.text(" " + sentence)).classed("tick"),
            Tags.submit(label));
  }

  private static Element form(JobName job, Map<String, String> params) {
    return Element.of("form", Tags.hidden(JOB, job.word()))
        .with("method", "post")
        .with("action", Asking.PATH)
        .add(params.map(param -> Tags.hidden(param._1, param._2)));
  }
}
