package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is let in: to read, and to ask. */
final class Guard {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(127\\.0\\.0\\.1|localhost|\\[::1]|\\[0:0:0:0:0:0:0:1])", Pattern.CASE_INSENSITIVE);

  private final Place place;
  private final int port;

  /**
   * That of a console.
   *
   * @param port at which it really is
   */
  Guard(Place place, int port) {
    this.place = place;
    this.port = port;
  }

  /**
   * Whether the request was meant for this console: a page in a browser could have had a name of
   * its own lead here. Beyond the loopback address the token takes that part.
   */
  boolean isMeant(Headers headers) {
    String host = only(headers.get("Host"));
    return host != null && (place.isOpen() || isLoopback(host));
  }

  private boolean isLoopback(String host) {
    String end = ":" + port;
    String name = host.endsWith(end) ? host.substring(0, host.length() - end.length()) : host;
    boolean saysPort = host.endsWith(end) || port == 80;
    return saysPort && LOOPBACK.matcher(name).matches();
  }

  /** Whether whoever asks has shown the token. */
  boolean isKnown(Headers headers) {
    List<String> cookies = headers.getOrDefault("Cookie", List.of());
    return cookies.stream()
        .flatMap(line -> List.of(line.split(";", -1)).stream())
        .map(String::strip)
        .anyMatch(
            one ->
                one.startsWith(cookieName() + "=")
                    && isToken(one.substring(cookieName().length() + 1)));
  }

  /** Whether that is the token; takes as long whatever is wrong with it. */
  boolean isToken(String text) {
    return MessageDigest.isEqual(text.getBytes(UTF_8), place.token().getBytes(UTF_8));
  }

  boolean mayRead(Headers headers) {
    return !place.isOpen() || isKnown(headers);
  }

  /** Whether a page of this console has sent it, as the browser says. */
  boolean isOfOurOwn(Headers headers) {
    String origin = only(headers.get("Origin"));
    String host = only(headers.get("Host"));
    return origin != null
        && host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || (place.isOpen() && origin.equalsIgnoreCase("https://" + host)));
  }

  /** Two consoles at other ports of one machine share its cookies. */
  private String cookieName() {
    return "orderlake-" + port;
  }

  /** What has the browser show the token from now on. */
  String cookie() {
    return String.format(
        Locale.ROOT, "%s=%s; Path=/; HttpOnly; SameSite=Strict", cookieName(), place.token());
  }

  private static @Nullable String only(@Nullable List<String> values) {
    return values != null && values.size() == 1 ? values.get(0) : null;
  }
}
