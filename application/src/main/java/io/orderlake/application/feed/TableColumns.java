package io.orderlake.application.feed;

import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Traversable;

/**
 * The columns of a table, and what is to be said of such as are asked for.
 *
 * @param names in their order; some may be blank or alike
 */
record TableColumns(Seq<String> names) {
  boolean has(String name) {
    return names.contains(name);
  }

  /** That a column is not there, with one that may be meant. */
  String absent(String name) {
    return "there is no column '"
        + name
        + "'"
        + NearMiss.of(name, names).map(near -> " ('" + near + "'?)").getOrElse("");
  }

  /** A sentence for each of these that two columns are called. */
  List<String> twins(Traversable<String> wanted) {
    return List.ofAll(wanted)
        .filter(name -> names.count(name::equals) > 1)
        .map(
            name ->
                "there are "
                    + names.count(name::equals)
                    + " columns '"
                    + name
                    + "'; rename the one that is not meant");
  }

  /** All of them, for a message. */
  @Override
  public String toString() {
    return "the columns are " + names.map(name -> "'" + name + "'").mkString(", ");
  }
}
