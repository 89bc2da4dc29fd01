package io.orderlake.domain.money;

import io.vavr.collection.List;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The currencies that a lake takes, ISO 4217. Amounts of two of them are never added up.
 *
 * @param own the lake's own: that of events that name none
 * @param listed those that are taken beside it; the lake's own may be among them
 */
public record Currencies(String own, SortedSet<String> listed) implements Serializable {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /** Those, the first one being the lake's own. */
  public static Currencies of(String own, String... others) {
    return new Currencies(own, TreeSet.of(others));
  }

  /** What is wrong with a currency's code, as a sentence. */
  public static Option<String> problem(String code) {
    return Option.when(
        !CODE.matcher(code).matches(),
        () -> "currency must be a three-letter ISO 4217 code, not '" + code + "'");
  }

  /** The lake's own first, the others by their code. */
  public List<String> all() {
    return List.ofAll(others()).prepend(own);
  }

  /** Those that are not the lake's own. */
  public SortedSet<String> others() {
    return listed.remove(own);
  }

  public boolean holds(String currency) {
    return currency.equals(own) || listed.contains(currency);
  }

  /** The same listed ones beside another one. */
  public Currencies withOwn(String other) {
    return new Currencies(other, listed);
  }
}
