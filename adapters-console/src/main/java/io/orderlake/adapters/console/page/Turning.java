package io.orderlake.adapters.console.page;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.answers.text.Numbers;

/**
 * Turns the pages of a list.
 *
 * @param link to the list, of the lake version that is shown: it must not move on between two pages
 * @param parameter says how many come before those that are shown
 * @param skip how many do
 * @param limit how many a page has
 * @param reach how many can be turned to in all
 */
public record Turning(Link link, String parameter, int skip, int limit, int reach) {
  /** Which are shown, and the ways to those before and after. */
  public Html html() {
    int end = Math.min(reach, skip + limit);
    Element line =
        Tags.p(
            skip < end
                ? "%s to %s of %s"
                    .formatted(Numbers.count(skip + 1L), Numbers.count(end), Numbers.count(reach))
                : "none of " + Numbers.count(reach));
    if (skip > 0) {
      line =
          line.add(
              Html.text(" · "),
              Tags.link(link.with(parameter, Math.max(0, skip - limit)), "those before"));
    }
    return end < reach && limit > 0
        ? line.add(Html.text(" · "), Tags.link(link.with(parameter, end), "those after"))
        : line;
  }
}
