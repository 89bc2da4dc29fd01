package io.orderlake.adapters.console.health;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do about an alert. */
public final class RunbookPage implements Page {
  static final String PATH = "/runbook";
  static final String ALERT = "alert";

  private final LakeVersions versions;
  private final Runbooks runbooks = Runbooks.read();

  public RunbookPage(LakeVersions versions) {
    this.versions = versions;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "What to do";
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Answer answer(PageRequest request) {
    String alert = request.value(ALERT).getOrElse("");
    if (!runbooks.paragraphs().containsKey(alert)) {
      return Answer.missing(
          "there is no alert '"
              + alert
              + "'; there are "
              + runbooks.paragraphs().keySet().mkString(", "));
    }
    return request
        .asOf()
        .in(versions)
        .fold(
            Answer::wrong,
            lake ->
                Answer.of(
                    lake,
                    () -> Html.of(Element.of("h2", alert), runbooks.html(alert)),
                    () -> json(alert)));
  }

  private Map<String, @Nullable Object> json(String alert) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(ALERT, alert);
    json.put("paragraphs", runbooks.paragraphs().get(alert).getOrElse(List.empty()).toJavaList());
    return json;
  }
}
