package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Lines as records of a format. */
final class LineTrees implements RecordTrees {
  private final FilledLines lines;
  private final RecordFormat format;

  LineTrees(FeedLines lines, RecordFormat format) {
    this.lines = new FilledLines(lines);
    this.format = format;
  }

  @Override
  public Either<String, Option<Tree>> next() {
    return lines.next().map(line -> line.map(this::tree));
  }

  private Tree tree(FeedLine line) {
    return new Tree(
        line.number(), "line " + line.number(), format.read(line.bytes()), line.bytes());
  }

  @Override
  public FeedCounts counts() {
    return lines.counts();
  }

  @Override
  public List<String> notes() {
    return List.empty();
  }

  @Override
  public void close() {
    lines.close();
  }
}
