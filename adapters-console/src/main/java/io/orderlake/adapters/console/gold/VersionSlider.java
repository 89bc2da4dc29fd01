package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.text.Numbers;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.control.Option;

/**
 * Turns to another lake version, among those that can still be read.
 *
 * @param request what is looked at
 * @param shown the version that is
 * @param oldest the oldest that can be read
 * @param newest the newest one
 */
record VersionSlider(PageRequest request, LakeVersion shown, long oldest, long newest) {
  Html html() {
    if (newest <= oldest) {
      return Html.of();
    }
    Element range =
        Element.of("input")
            .with("type", "range")
            .with("name", PageRequest.AS_OF)
            .with("min", Long.toString(oldest))
            .with("max", Long.toString(newest))
            .with("value", Long.toString(shown.number()));
    Element form =
        Fields.search(request.path(), "Lake version")
            .classed("slider")
            .add(
                request
                    .parameters()
                    .remove(PageRequest.AS_OF)
                    .map(given -> Tags.hidden(given._1, given._2)))
            .add(
                Element.of("label", Tags.span("Lake version"), range),
                Element.of("output", Long.toString(shown.number())),
                Tags.submit("Show that version"));
    return Tags.div(form, Tags.p(neighbours()));
  }

  private Html neighbours() {
    return Html.of(
        to("← one version older", shown.number() - 1),
        Html.text(
            " Versions %s to %s can be read. "
                .formatted(Numbers.count(oldest), Numbers.count(newest))),
        to("one version newer →", shown.number() + 1));
  }

  private Html to(String text, long version) {
    return Option.when(oldest <= version && version <= newest, version)
        .<Html>map(there -> Tags.link(link().with(PageRequest.AS_OF, there), text))
        .getOrElse(Html.of());
  }

  private Link link() {
    return request.link().without(GoldQuestion.SKIP);
  }
}
