package io.orderlake.adapters.postgres;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.serve.TableContent;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;

/** One table on its way to a lake version, within the transaction that all tables share. */
final class TablePublication {
  /** Of more staged cells PostgreSQL has to know how many there are. */
  private static final long MANY = 1_000;

  private final Connection connection;
  private final TableContent content;
  private final TableShape shape;
  private final long version;
  private final boolean keepsHistory;
  private final KnownCells known;

  TablePublication(
      Connection connection,
      TableContent content,
      long version,
      boolean keepsHistory,
      KnownCells known) {
    this.connection = connection;
    this.content = content;
    this.shape = new TableShape(content.projection());
    this.version = version;
    this.keepsHistory = keepsHistory;
    this.known = known;
  }

  private record Former(long id, String declaredAs) {}

  void run() throws SQLException {
    String table = content.projection().table();
    if (table.length() > SqlText.LONGEST_NAME) {
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          ("the Gold table %s cannot be served: PostgreSQL knows names of %s letters at most; give"
                  + " it a shorter one under gold.tables")
              .formatted(table, SqlText.LONGEST_NAME));
    }
    Option<Former> former =
        Rows.first(
            connection,
            "select id, declared_as from lake.tables where name = ?",
            row -> new Former(row.getLong(1), row.getString(2)),
            table);
    Option<Former> same = former.filter(there -> there.declaredAs().equals(shape.declared()));
    if (same.isDefined()) {
      change(same.get().id());
    } else {
      fill(former);
    }
  }

  /** A table that is not there yet, or was declared otherwise. */
  private void fill(Option<Former> former) throws SQLException {
    if (former.isDefined()) {
      Rows.change(connection, "delete from lake.tables where id = ?", former.get().id());
    }
    long id =
        Rows.first(
                connection,
                "insert into lake.tables (name, declared_as, is_declared, first_version,"
                    + " lake_version) values (?, ?, true, ?, ?) returning id",
                row -> row.getLong(1),
                content.projection().table(),
                shape.declared(),
                version,
                version)
            .get();
    Rows.run(connection, shape.create(id));
    copy(TableShape.cells(id), content.partitions().keySet(), cell -> true);
    Rows.run(connection, shape.index(id));
    note(id, content.partitions());
    if (former.isDefined() && !isExtended(former.get())) {
      Rows.run(connection, "drop view " + shape.view());
    }
    Rows.run(connection, shape.createView(id));
    for (String comment : shape.comments()) {
      Rows.run(connection, comment);
    }
    if (SinkLayout.hasReader(connection)) {
      Rows.run(connection, "grant select on %s to %s".formatted(shape.view(), SinkLayout.READER));
    }
    if (former.isDefined()) {
      Rows.run(connection, "drop table " + TableShape.cells(former.get().id()));
    }
  }

  /** Whether the view can stay, with all that was built on it: columns are added at most. */
  private boolean isExtended(Former former) {
    return shape.columnsDeclared().startsWith(TableShape.columnsIn(former.declaredAs()));
  }

  private void change(long id) throws SQLException {
    Map<String, String> was =
        HashMap.ofEntries(
            Rows.query(
                connection,
                "select part, content from orderlake.partitions where table_id = ?",
                row -> Tuple.of(row.getString(1), row.getString(2)),
                id));
    Map<String, String> changed =
        content.partitions().filter((part, in) -> !was.get(SqlText.held(part)).contains(in));
    Set<String> gone = was.keySet().removeAll(content.partitions().keySet().map(SqlText::held));
    if (changed.nonEmpty() || gone.nonEmpty()) {
      replace(id, known.changes(id, was, changed), changed, gone);
    }
    Rows.change(
        connection,
        "update lake.tables set lake_version = ?, is_declared = true where id = ?",
        version,
        id);
  }

  private void replace(
      long id, KnownCells.Changes changes, Map<String, String> changed, Set<String> gone)
      throws SQLException {
    Rows.run(connection, TableShape.createStage(id));
    if (changed.nonEmpty() && copy(TableShape.stage(id), changed.keySet(), changes) > MANY) {
      Rows.run(connection, "analyze " + TableShape.stage(id));
    }
    String[] compared =
        gone.addAll(changes.unknown().stream().map(SqlText::held).toList())
            .toJavaArray(String[]::new);
    if (compared.length > 0) {
      Rows.change(connection, shape.endOthers(id, keepsHistory), version, compared);
    }
    Rows.change(
        connection, TableShape.end(id, keepsHistory), version, CellCopy.ids(changes.ended()));
    Rows.change(connection, shape.begin(id), (Object) compared);
    Rows.change(
        connection,
        "delete from orderlake.partitions where table_id = ? and part = any(?)",
        id,
        gone.addAll(changed.keySet().map(SqlText::held)).toJavaArray(String[]::new));
    note(id, changed);
    changes.remember();
  }

  private long copy(String into, Set<String> partitions, CellCopy.Choice choice)
      throws SQLException {
    java.util.Set<String> asked = partitions.toJavaSet();
    return CellCopy.into(
        connection,
        shape,
        into,
        version,
        choice,
        copy -> content.cells().forEach(asked, copy::add));
  }

  private void note(long id, Map<String, String> partitions) throws SQLException {
    Rows.change(
        connection,
        "insert into orderlake.partitions (table_id, part, content) select ?, p, c from"
            + " unnest(?, ?) as u (p, c)",
        id,
        partitions.keySet().toVector().map(SqlText::held).toJavaArray(String[]::new),
        partitions.toVector().map(entry -> entry._2).toJavaArray(String[]::new));
  }
}
