package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;
import io.vavr.collection.Seq;

/**
 * How many there were in each step of time, as bars side by side.
 *
 * @param counts from the earliest step on
 * @param titles of the bars, shown while the pointer is on them
 * @param greatest the count whose bar is full; that of several drawings, so that they compare
 */
public record Bars(Seq<Long> counts, Seq<String> titles, long greatest) {
  private static final int HEIGHT = 36;
  private static final int WIDTH = 8;
  private static final int GAP = 2;

  /** The drawing. */
  public Element html() {
    return Drawing.sized(counts.size() * WIDTH, HEIGHT)
        .classed("drawing bars")
        .add(
            counts
                .zip(titles)
                .zipWithIndex()
                .filter(bar -> bar._1._1 > 0)
                .map(bar -> bar(bar._2, bar._1._1, bar._1._2)));
  }

  /** One of something is seen, however many there are elsewhere. */
  private Element bar(int at, long count, String title) {
    int height = (int) Math.max(2, Math.min(HEIGHT, HEIGHT * count / Math.max(1, greatest)));
    return Drawing.titled(
        Drawing.rectangle(at * WIDTH, HEIGHT - height, WIDTH - GAP, height).classed("bar"), title);
  }
}
