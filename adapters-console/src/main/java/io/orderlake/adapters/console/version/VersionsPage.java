package io.orderlake.adapters.console.version;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.run.VersionsJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.lake.ListVersions;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableState;
import java.time.Duration;

/** Each lake version with its run and its tables, and until when it can be read. */
public final class VersionsPage implements Page {
  private static final int SHOWN = 25;

  private final ListVersions list;
  private final LakeVersions versions;
  private final Duration retention;
  private final ConsoleView view;

  /**
   * Of a lake.
   *
   * @param retention how long versions that were replaced can be read
   */
  public VersionsPage(
      ListVersions list, LakeVersions versions, Duration retention, ConsoleView view) {
    this.list = list;
    this.versions = versions;
    this.retention = retention;
    this.view = view;
  }

  @Override
  public String path() {
    return "/versions";
  }

  @Override
  public String title() {
    return "Versions";
  }

  @Override
  public Answer answer(PageRequest request) {
    return request
        .asOf()
        .in(versions)
        .fold(
            Answer::wrong,
            lake -> {
              ListVersions.Listed listed = list.list(lake.number(), SHOWN);
              return Answer.of(lake, () -> html(listed), () -> VersionsJson.of(listed));
            });
  }

  private Html html(ListVersions.Listed listed) {
    if (listed.versions().isEmpty()) {
      return Tags.p("Nothing was published yet.");
    }
    HtmlTable table =
        HtmlTable.of(
            "The newest first, of " + Numbers.count(listed.newest()),
            HtmlTable.right("version"),
            HtmlTable.left("published"),
            HtmlTable.left("by run"),
            HtmlTable.left("tables that it changed, with their Delta versions"),
            HtmlTable.left("can be read"));
    for (ListVersions.Version version : listed.versions()) {
      table = row(table, version);
    }
    return Html.of(
        Tags.p(
            "Every version is one consistent state of all tables. One that was replaced can be read"
                + " for "
                + days(retention)
                + " at least; then its files are removed with the next clearing."),
        table.html(),
        older(listed));
  }

  private HtmlTable row(HtmlTable table, ListVersions.Version version) {
    LakeVersion lake = version.lake();
    String number = Long.toString(lake.number());
    return table.row(
        version.isReadable()
            ? Tags.link(Link.to("/").with(PageRequest.AS_OF, number), number)
            : Html.text(number),
        Tags.time(lake.publishedAt().toString(), view.times().moment(lake.publishedAt())),
        Tags.link(
            Link.to("/runs").with("run", lake.publishedBy().value()), lake.publishedBy().value()),
        Html.text(
            version
                .changed()
                .map(changed -> changed._1.path() + " " + state(changed._2))
                .mkString(", ")),
        Html.text(readable(version)));
  }

  private static String state(TableState table) {
    return "@" + table.version();
  }

  private String readable(ListVersions.Version version) {
    if (!version.isReadable()) {
      return "no, its files were removed";
    }
    return version
        .replacedAt()
        .map(at -> "at least until " + view.times().moment(at.plus(retention)))
        .getOrElse("it is the newest");
  }

  private static String days(Duration time) {
    return time.equals(Duration.ofDays(time.toDays()))
        ? Numbers.count(time.toDays(), "day")
        : Numbers.count(time.toHours(), "hour");
  }

  private static Html older(ListVersions.Listed listed) {
    long next = listed.versions().last().lake().number() - 1;
    return next < listed.oldestReadable()
        ? Html.of()
        : Element.of(
            "p",
            Tags.link(
                Link.to("/versions").with(PageRequest.AS_OF, next), "Older, from " + next + " on"));
  }
}
