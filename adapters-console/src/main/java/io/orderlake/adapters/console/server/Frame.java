package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What all pages have around them: the navigation, the lake version, the way to the JSON. */
final class Frame {
  private final Seq<Page> pages;
  private final Assets assets;
  private final TimeText times;
  private final boolean isOpen;

  Frame(Seq<Page> pages, Assets assets, TimeText times, boolean isOpen) {
    this.pages = pages.filter(Page::isListed);
    this.assets = assets;
    this.times = times;
    this.isOpen = isOpen;
  }

  /** A page. */
  byte[] page(Page page, PageRequest request, LakeVersion lake, Html body) {
    Element main = main(page.title(), body);
    return document(
        page.title(),
        header(Option.some(request), Option.some(page), version(request, lake)),
        main,
        footer(request));
  }

  /** Why there is none. */
  byte[] trouble(String title, Html body) {
    return document(
        title, header(Option.none(), Option.none(), Html.of()), main(title, body), Html.of());
  }

  private static Element main(String title, Html body) {
    return Element.of("main", Element.of("h1", title), body).with("id", "main");
  }

  private byte[] document(String title, Html header, Html main, Html footer) {
    Element head =
        Element.of(
            "head",
            Element.of("meta").with("charset", "utf-8"),
            Element.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
            Element.of("title", title + " · Orderlake"),
            Element.of("link").with("rel", "icon").with("href", assets.link("icon.svg").href()),
            style("uplot/uPlot.min.css"),
            style("console.css"),
            script("uplot/uPlot.iife.min.js"),
            script("console.js"));
    Element skip = Element.of("a", "Skip to the content").classed("skip").with("href", "#main");
    Element html =
        Element.of("html", head, Element.of("body", skip, header, main, footer)).with("lang", "en");
    return ("<!doctype html>\n" + html.markup()).getBytes(UTF_8);
  }

  private Element style(String name) {
    return Element.of("link").with("rel", "stylesheet").with("href", assets.link(name).href());
  }

  private Element script(String name) {
    return Element.of("script").with("src", assets.link(name).href()).with("defer");
  }

  private Element header(Option<PageRequest> request, Option<Page> current, Html version) {
    Element items =
        Element.of("ul")
            .add(
                pages.map(
                    page -> {
                      Link to =
                          request
                              .map(asked -> asked.linkTo(page.path()))
                              .getOrElse(() -> Link.to(page.path()));
                      Element link = Tags.link(to, page.title());
                      return Element.of(
                          "li", current.contains(page) ? link.with("aria-current", "page") : link);
                    }));
    return Element.of(
        "header",
        Element.of("p", "Orderlake").classed("brand"),
        Element.of("nav", items).with("aria-label", "Pages"),
        version);
  }

  private Html version(PageRequest request, LakeVersion lake) {
    Element shown =
        Element.of(
            "p",
            lake.isEmpty()
                ? Html.text("Nothing was published yet")
                : Html.of(
                    Html.text("Lake version "),
                    Tags.strong(Long.toString(lake.number())),
                    Html.text(", published "),
                    Tags.time(lake.publishedAt().toString(), times.moment(lake.publishedAt()))));
    return request
        .value(PageRequest.AS_OF)
        .map(
            text ->
                shown.add(
                    Html.text(", as of " + text + " · "),
                    Tags.link(request.link().without(PageRequest.AS_OF), "newest")))
        .getOrElse(shown)
        .classed("version");
  }

  private Html footer(PageRequest request) {
    Element footer =
        Element.of(
            "footer",
            Tags.p(
                Tags.link(request.link().with(ConsoleServer.FORMAT, "json"), "This page as JSON"),
                Html.text(
                    request.mayAsk()
                        ? " · you may ask for runs"
                        : " · reading only: the link that the console showed when it started lets"
                            + " you ask for runs")));
    return isOpen
        ? footer.add(
            Tags.p(
                "This console can be reached from other machines. What it sends is not encrypted:"
                    + " put a proxy with TLS before it."))
        : footer;
  }
}
