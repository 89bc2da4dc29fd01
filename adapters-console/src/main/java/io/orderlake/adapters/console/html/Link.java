package io.orderlake.adapters.console.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import java.net.URLEncoder;
import java.util.regex.Pattern;

/**
 * An address within the console. Immutable.
 *
 * @param path e.g. {@code /runs}
 * @param query parameters with their values, as they are meant
 */
public record Link(String path, LinkedHashMap<String, String> query) {
  /** A path of this server, a place on the page, or other parameters; in ASCII alone. */
  private static final Pattern LOCAL = Pattern.compile("(/(?![/\\\\])|#|\\?)[!-~]*|/");

  /** To a page. */
  public static Link to(String path) {
    return new Link(path, LinkedHashMap.empty());
  }

  /** The same with this parameter, in the place of its value before. */
  public Link with(String name, String value) {
    return new Link(path, query.put(name, value));
  }

  /** The same with this parameter. */
  public Link with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** The same without this parameter. */
  public Link without(String name) {
    return new Link(path, query.remove(name));
  }

  /** As it stands in an attribute. */
  public String href() {
    return query.isEmpty() ? path : path + "?" + query.map(Link::parameter).mkString("&");
  }

  private static String parameter(Tuple2<String, String> one) {
    return URLEncoder.encode(one._1, UTF_8) + "=" + URLEncoder.encode(one._2, UTF_8);
  }

  static boolean isLocal(String address) {
    return LOCAL.matcher(address).matches();
  }
}
