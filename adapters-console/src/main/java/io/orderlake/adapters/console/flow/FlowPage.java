package io.orderlake.adapters.console.flow;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.run.StatusJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.LakeStatus;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.domain.lake.Conservation;
import io.vavr.collection.List;

/** Where everything stands, from Kafka to Gold. */
public final class FlowPage implements Page {
  private static final int RUNS = 10;

  private final ShowStatus status;
  private final ConsoleView view;

  public FlowPage(ShowStatus status, ConsoleView view) {
    this.status = status;
    this.view = view;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String title() {
    return "Flow";
  }

  @Override
  public Answer answer(PageRequest request) {
    LakeStatus now = status.now(RUNS);
    return Answer.of(
        now.lake(),
        () -> conservation(now.lake().totals()),
        () -> StatusJson.of(now, List.empty(), view.zone(), view.currency()));
  }

  private static Html conservation(Conservation sums) {
    String sentence =
        Numbers.count(sums.read(), "record")
            + " read = "
            + Numbers.count(sums.refined())
            + " refined + "
            + Numbers.count(sums.quarantined())
            + " quarantined + "
            + Numbers.count(sums.duplicates(), "duplicate");
    return Tags.section(
        "Complete?",
        sums.holds()
            ? Tags.p(Tags.strong("✓ ").classed("good"), Html.text(sentence))
            : Tags.p(Tags.strong("✗ ").classed("bad"), Html.text(sentence)));
  }
}
