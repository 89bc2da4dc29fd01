package io.orderlake.adapters.kafka.reach;

import io.vavr.collection.List;
import io.vavr.control.Either;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name or an address; one of IPv6 without its brackets
 * @param port from 1 to 65535
 */
public record ServerAddress(String host, int port) {
  private static final int HIGHEST = 65_535;

  /** Kafka's own form may name the protocol, which says nothing that the settings do not. */
  private static final Pattern PROTOCOL =
      Pattern.compile("(?:PLAINTEXT|SSL|SASL_PLAINTEXT|SASL_SSL)://(.*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern WITH_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.%\\w]+]|[^\\[\\]:]*):([^:]*)");
  private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z._%-]+");

  /**
   * Reads {@code host:port}, with commas between several.
   *
   * @return at least one, or what is wrong with the text, to be put after it
   */
  public static Either<String, List<ServerAddress>> list(String text) {
    List<ServerAddress> all = List.empty();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Either<String, ServerAddress> one = parse(part.strip());
      if (one.isLeft()) {
        return Either.left(one.getLeft());
      }
      all = all.append(one.get());
    }
    return all.isEmpty()
        ? Either.left("names no broker; expected host:port, e.g. localhost:9092")
        : Either.right(all);
  }

  private static Either<String, ServerAddress> parse(String given) {
    Matcher protocol = PROTOCOL.matcher(given);
    String text = protocol.matches() ? protocol.group(1) : given;
    if (text.contains("://") || text.contains("/")) {
      return wrong(given, "is a web address or a path, not a broker");
    }
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || c == ';')) {
      return wrong(given, "holds a blank or a semicolon; put commas between brokers");
    }
    if (!text.startsWith("[") && text.chars().filter(c -> c == ':').count() > 1) {
      return wrong(given, "looks like IPv6; write it in brackets, e.g. [::1]:9092");
    }
    Matcher parts = WITH_PORT.matcher(text);
    if (!parts.matches()) {
      return wrong(given, "has no port; write e.g. " + text + ":9092");
    }
    return of(given, parts.group(1), parts.group(2));
  }

  private static Either<String, ServerAddress> of(String given, String host, String port) {
    if (port.isEmpty()) {
      return wrong(given, "has no port; write e.g. " + host + ":9092");
    }
    if (!port.matches("[0-9]{1,5}")
        || Integer.parseInt(port) < 1
        || Integer.parseInt(port) > HIGHEST) {
      return wrong(given, "has the port '" + port + "', which is no number from 1 to 65535");
    }
    if (host.isEmpty()) {
      return wrong(given, "has no host; write e.g. localhost:" + port);
    }
    if (host.startsWith("[")) {
      return Either.right(
          new ServerAddress(host.substring(1, host.length() - 1), Integer.parseInt(port)));
    }
    return NAME.matcher(host).matches()
        ? Either.right(new ServerAddress(host, Integer.parseInt(port)))
        : wrong(given, "holds a character that no host name has");
  }

  private static Either<String, ServerAddress> wrong(String part, String what) {
    return Either.left("is not a list of brokers: '" + part + "' " + what);
  }

  /** As Kafka's clients want it. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
