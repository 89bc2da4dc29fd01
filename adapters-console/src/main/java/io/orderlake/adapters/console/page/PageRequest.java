package io.orderlake.adapters.console.page;

import io.orderlake.adapters.console.html.Link;
import io.orderlake.application.lake.AsOf;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Option;

/**
 * What a page is asked for.
 *
 * @param path where
 * @param parameters by name, without those that are blank; of those that are given twice the first
 * @param asOf the lake version that is to be shown, as {@code as_of} says it
 * @param mayAsk whoever asks has shown the token, so that forms that ask for runs make sense
 */
public record PageRequest(
    String path, LinkedHashMap<String, String> parameters, AsOf asOf, boolean mayAsk) {
  /** The parameter that names a lake version or a time. */
  public static final String AS_OF = "as_of";

  /** A parameter, if it is given and not blank. */
  public Option<String> value(String name) {
    return parameters.get(name);
  }

  /** To this page as it was asked for, to change one parameter of. */
  public Link link() {
    return new Link(path, parameters);
  }

  /** To another page, of the same lake version. */
  public Link linkTo(String other) {
    return value(AS_OF).map(text -> Link.to(other).with(AS_OF, text)).getOrElse(Link.to(other));
  }
}
