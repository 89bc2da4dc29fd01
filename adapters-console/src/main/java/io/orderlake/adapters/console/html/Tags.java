package io.orderlake.adapters.console.html;

import io.orderlake.domain.text.SafeText;
import io.vavr.collection.List;

/** The elements that pages are mostly made of. */
public final class Tags {
  private Tags() {}

  /** A part of the page under a heading. */
  public static Element section(String heading, Html... children) {
    return Element.of("section", Element.of("h2", heading)).add(children);
  }

  public static Element div(Html... children) {
    return Element.of("div", children);
  }

  public static Element span(String text) {
    return Element.of("span", text);
  }

  public static Element p(Html... children) {
    return Element.of("p", children);
  }

  public static Element p(String text) {
    return Element.of("p", text);
  }

  public static Element strong(String text) {
    return Element.of("strong", text);
  }

  /** A name, an id or a command, set as such. */
  public static Element code(String text) {
    return Element.of("code", text);
  }

  /** Text of several lines, each of them as {@link Html#text} has it. */
  public static Element pre(String text) {
    Element pre = Element.of("pre").with("tabindex", "0");
    List<String> lines = List.of(text.split("\n", -1));
    return pre.add(
        lines
            .map(SafeText::line)
            .map(Html::text)
            .flatMap(line -> List.of(line, Element.of("br")))
            .dropRight(1));
  }

  /** A link of that text. */
  public static Element link(Link to, String text) {
    return Element.of("a", text).with("href", to.href());
  }

  /** A list of points. */
  public static Element list(Iterable<? extends Html> points) {
    return Element.of("ul").add(List.ofAll(points).map(point -> Element.of("li", point)));
  }

  /** When; shown as it is written, and for programs in {@code datetime}. */
  public static Element time(String instant, String shown) {
    return Element.of("time", shown).with("datetime", instant);
  }

  /** A button that sends a form. */
  public static Element submit(String label) {
    return Element.of("button", label).with("type", "submit");
  }

  /** What a form sends beside what is filled in. */
  public static Element hidden(String name, String value) {
    return Element.of("input").with("type", "hidden").with("name", name).with("value", value);
  }
}
