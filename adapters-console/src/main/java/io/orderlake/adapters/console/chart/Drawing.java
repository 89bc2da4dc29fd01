package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Link;

/** Shapes of SVG. Lengths are in pixels of the drawing's own, which is as wide as the page. */
final class Drawing {
  private Drawing() {}

  /** An empty drawing, which a screen reader passes over. */
  static Element sized(int width, int height) {
    return Element.of("svg")
        .with("viewBox", "0 0 " + width + " " + height)
        .with("width", "" + width)
        .with("height", "" + height)
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .classed("drawing");
  }

  static Element rectangle(int x, int y, int width, int height) {
    return Element.of("rect")
        .with("x", "" + x)
        .with("y", "" + y)
        .with("width", "" + width)
        .with("height", "" + height);
  }

  /** A text that ends there; {@code y} is where it stands on. */
  static Element endingAt(int x, int y, String text) {
    return startingAt(x, y, text).with("text-anchor", "end");
  }

  static Element startingAt(int x, int y, String text) {
    return Element.of("text", text).with("x", "" + x).with("y", "" + y);
  }

  /** Shown while the pointer is on it. */
  static Element titled(Element shape, String title) {
    return shape.add(Element.of("title", title));
  }

  /** Leads there when it is clicked; who has no pointer finds the same link in the table. */
  static Element linked(Element shape, Link to) {
    return Element.of("a", shape).with("href", to.href()).with("tabindex", "-1");
  }
}
