package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;

/**
 * How many there are of one kind, as a bar from the left.
 *
 * @param greatest the count whose bar is full
 */
public record Share(long count, long greatest) {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 14;

  /** The drawing. */
  public Element html() {
    int width = (int) Math.max(count > 0 ? 2 : 0, WIDTH * count / Math.max(1, greatest));
    return Drawing.sized(WIDTH, HEIGHT)
        .classed("drawing share")
        .add(Drawing.rectangle(0, 0, width, HEIGHT).classed("bar"));
  }
}
