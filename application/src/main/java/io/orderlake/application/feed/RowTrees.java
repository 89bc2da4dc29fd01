package io.orderlake.application.feed;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows as objects of their columns' names and cells; blank cells are not there. */
final class RowTrees implements RecordTrees {
  private final TableRows rows;
  private final IndexedSeq<String> columns;
  private final List<String> notes;

  RowTrees(TableRows rows, Seq<String> columns, List<String> notes) {
    this.rows = rows;
    this.columns = columns.toVector();
    this.notes = notes;
  }

  @Override
  public Either<String, Option<Tree>> next() {
    return rows.next()
        .map(
            row ->
                row.map(
                    found ->
                        new Tree(found.line(), found.place(), Either.right(tree(found)), null)));
  }

  private Node tree(FeedRow row) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
      String cell = CellText.clean(row.cells().get(i));
      if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
        members.putIfAbsent(
            columns.get(i),
            new Node.ValueNode(
                row.kind(i) == CellKind.NUMBER
                    ? new FieldValue.Number(cell)
                    : new FieldValue.Text(cell)));
      }
    }
    return new Node.ObjectNode(members);
  }

  @Override
  public FeedCounts counts() {
    return rows.counts();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    rows.close();
  }
}
