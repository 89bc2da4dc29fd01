package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.WholeNumber;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.gold.ShowGold.Order;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * What of a Gold table is asked for, by the names that the command line has for it.
 *
 * @param texts by text column, the only value to look at
 * @param from from when on, as it was written
 * @param to until when
 * @param limit how many cells at most; none for as many as the form of the answer has
 */
record GoldQuestion(
    Map<String, String> texts,
    Option<String> from,
    Option<String> to,
    Order order,
    Option<Integer> limit) {
  static final String TABLE = "table";
  static final String FROM = "from";
  static final String TO = "to";
  static final String SORT = "sort";
  static final String LIMIT = "limit";
  static final String SKIP = "skip";

  /** The question, or the sentence that says what is wrong with it. */
  static Either<String, GoldQuestion> of(PageRequest request) {
    return order(request.value(SORT).getOrElse("time"))
        .flatMap(
            order ->
                WholeNumber.of(request, LIMIT)
                    .map(
                        limit ->
                            new GoldQuestion(
                                texts(request),
                                request.value(FROM),
                                request.value(TO),
                                order,
                                limit)));
  }

  private static Map<String, String> texts(PageRequest request) {
    return TreeMap.ofEntries(
        List.of(Dimension.values())
            .map(Dimension::column)
            .flatMap(column -> request.value(column).map(text -> Tuple.of(column, text))));
  }

  private static Either<String, Order> order(String word) {
    return List.of(Order.values())
        .find(order -> word(order).equals(word))
        .toEither(
            () ->
                "'%s' is no order of cells; there are %s"
                    .formatted(
                        word, List.of(Order.values()).map(GoldQuestion::word).mkString(", ")));
  }

  static String word(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /** The tables that have all columns that are asked for; or the sentence that says which miss. */
  Either<String, Seq<GoldProjection>> tables(Seq<GoldProjection> all, Option<String> named) {
    Seq<GoldProjection> chosen =
        all.filter(table -> named.forAll(name -> table.table().equals(name)));
    if (chosen.isEmpty()) {
      return Either.left(
          "there is no Gold table '%s': the tables are %s"
              .formatted(named.getOrElse(""), all.map(GoldProjection::table).mkString(", ")));
    }
    Seq<GoldProjection> having =
        chosen.filter(table -> table.textColumns().containsAll(texts.keySet().toJavaList()));
    return having.isEmpty()
        ? Either.left(
            "%s has no column %s"
                .formatted(
                    named.getOrElse("no table"),
                    texts
                        .keySet()
                        .filter(column -> !chosen.head().textColumns().contains(column))
                        .mkString(", ")))
        : Either.right(having);
  }

  /** The same for the use case, with all cells that match. */
  ShowGold.Query query(GoldProjection table, LakeVersion lake) {
    return new ShowGold.Query(
        table.table(), texts, from, to, order, Integer.MAX_VALUE, new AsOf.Version(lake.number()));
  }

  /** The page with no more cells than are asked for. */
  GoldPage limited(GoldPage page) {
    return new GoldPage(
        page.projection(),
        page.lake(),
        limit.map(most -> page.cells().take(most)).getOrElse(page.cells()),
        page.matching(),
        page.totals());
  }
}
