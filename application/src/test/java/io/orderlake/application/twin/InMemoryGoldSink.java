package io.orderlake.application.twin;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.Publication;
import io.orderlake.domain.serve.Served;
import io.orderlake.domain.serve.TableContent;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sink as one immutable value, which a publication replaces. */
public final class InMemoryGoldSink implements GoldSink {
  private static final Held NOTHING = new Held(null, TreeMap.empty());

  private volatile Held held = NOTHING;
  private volatile @Nullable LakeFailure trouble;

  private record Held(@Nullable Served served, SortedMap<String, Table> tables) {}

  private record Table(
      GoldProjection projection,
      boolean isDeclared,
      SortedMap<String, String> contents,
      SortedMap<String, Vector<GoldCell>> cells) {}

  /** Fails with that whatever is asked; with nothing any more when it is null. */
  public void failWith(@Nullable LakeFailure why) {
    trouble = why;
  }

  /** A cell becomes another one that nobody has published. */
  public synchronized void tamper(String table, GoldCell before, @Nullable GoldCell after) {
    Table there = held.tables().get(table).get();
    String partition = before.key().partition();
    Vector<GoldCell> cells = there.cells().getOrElse(partition, Vector.empty()).remove(before);
    held =
        new Held(
            held.served(),
            held.tables()
                .put(
                    table,
                    new Table(
                        there.projection(),
                        there.isDeclared(),
                        there.contents(),
                        there
                            .cells()
                            .put(partition, after == null ? cells : cells.append(after)))));
  }

  private Held held() {
    LakeFailure why = trouble;
    if (why != null) {
      throw why;
    }
    return held;
  }

  @Override
  public Option<Served> served() {
    return Option.of(held().served());
  }

  @Override
  public synchronized Served publish(Publication publication) {
    Held before = held();
    Served served = before.served();
    if (served != null && !served.origin().equals(publication.origin())) {
      throw LakeFailure.because(
          FailureCause.IN_THE_WAY,
          "it serves %s, and not %s".formatted(served.origin(), publication.origin()));
    }
    if (served != null && served.version() >= publication.lake().number()) {
      return served;
    }
    SortedMap<String, Table> tables = before.tables().mapValues(InMemoryGoldSink::undeclared);
    for (TableContent content : publication.tables()) {
      String name = content.projection().table();
      tables = tables.put(name, filled(before.tables().get(name), content));
    }
    held = new Held(publication.served(), tables);
    return publication.served();
  }

  private static Table undeclared(Table table) {
    return new Table(table.projection(), false, table.contents(), table.cells());
  }

  private static Table filled(Option<Table> before, TableContent content) {
    Option<Table> same = before.filter(table -> table.projection().equals(content.projection()));
    SortedMap<String, String> was = same.map(Table::contents).getOrElse(TreeMap.empty());
    SortedMap<String, Vector<GoldCell>> stored = same.map(Table::cells).getOrElse(TreeMap.empty());
    SortedMap<String, Vector<GoldCell>> cells =
        stored.filterKeys(
            partition -> was.get(partition).equals(content.partitions().get(partition)));
    Map<String, String> changed =
        content.partitions().filter((partition, in) -> !was.get(partition).contains(in));
    if (changed.nonEmpty()) {
      List<GoldCell> read = new ArrayList<>();
      Set<String> asked = changed.keySet().toJavaSet();
      content.cells().forEach(asked, read::add);
      cells = cells.merge(Vector.ofAll(read).groupBy(cell -> cell.key().partition()));
    }
    return new Table(content.projection(), true, content.partitions(), cells);
  }

  @Override
  public Option<Reading> open() {
    Held now = held();
    Served served = now.served();
    return served == null ? Option.none() : Option.some(new Opened(served, now.tables()));
  }

  @Override
  public synchronized Seq<String> forget(Seq<String> tables) {
    SortedMap<String, Table> gone =
        held().tables().filter((name, table) -> tables.contains(name) && !table.isDeclared());
    held = new Held(held.served(), held.tables().removeAll(gone.keySet()));
    return gone.keySet().toVector();
  }

  private record Opened(Served served, SortedMap<String, Table> all) implements Reading {
    @Override
    public SortedSet<String> tables() {
      return all.filterValues(Table::isDeclared).keySet();
    }

    @Override
    public GoldCell shown(GoldCell cell) {
      return cell;
    }

    @Override
    public SortedSet<String> partitions(GoldProjection projection) {
      return TreeSet.ofAll(
          all.get(projection.table())
              .get()
              .cells()
              .filterValues(cells -> cells.nonEmpty())
              .keySet());
    }

    @Override
    public void forEach(GoldProjection projection, String partition, Consumer<GoldCell> consumer) {
      all.get(projection.table())
          .get()
          .cells()
          .getOrElse(partition, Vector.empty())
          .forEach(consumer);
    }

    @Override
    public void close() {}
  }
}
