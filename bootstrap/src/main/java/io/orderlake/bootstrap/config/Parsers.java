package io.orderlake.bootstrap.config;

import io.orderlake.adapters.kafka.reach.ServerAddress;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a setting or an option to its value, or to the sentence that says why not. */
public final class Parsers {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** As of an object store; a single letter may be a disk. */
  private static final Pattern PLACE_ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  /** Schemes of the stores that a lake may be kept on. */
  private static final List<String> STORES = List.of("s3a", "gs");

  private static final String NO_ROOT =
      "is not the root of a lake on an object store; expected e.g. s3a://bucket/orders";

  private Parsers() {}

  public static Either<String, String> text(String text) {
    return text.isBlank() ? Either.left("is blank; expected a text") : Either.right(text.strip());
  }

  /** A text that may be empty. */
  public static Either<String, String> optionalText(String text) {
    return Either.right(text.strip());
  }

  /** Words with commas between them; any number. */
  static Either<String, List<String>> words(String text) {
    return Either.right(List.of(text.split(",", -1)).map(String::strip).reject(String::isEmpty));
  }

  /** The name of a topic, as Kafka takes it. */
  static Either<String, String> topic(String text) {
    String name = text.strip();
    return TOPIC.matcher(name).matches() && !name.equals(".") && !name.equals("..")
        ? Either.right(name)
        : Either.left(
            "cannot be a topic's name, which is of letters, digits, ., _ and -, 249 at most");
  }

  /** The name of a topic, or nothing. */
  static Either<String, String> optionalTopic(String text) {
    return text.isBlank() ? Either.right("") : topic(text);
  }

  /** Kafka's brokers as its clients want them, or nothing. */
  static Either<String, String> optionalBrokers(String text) {
    return text.isBlank()
        ? Either.right("")
        : ServerAddress.list(text).map(addresses -> addresses.mkString(","));
  }

  /** A server's address, or nothing. */
  static Either<String, Option<URI>> optionalHttpUrl(String text) {
    if (text.isBlank()) {
      return Either.right(Option.none());
    }
    return Try.of(() -> new URI(text.strip()))
        .toOption()
        .filter(url -> "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        .filter(url -> url.getHost() != null && url.getUserInfo() == null)
        .toEither("is not a server's address; expected e.g. http://127.0.0.1:5000")
        .map(Option::some);
  }

  /** An address to listen at, as a number: nobody is asked for a name. */
  static Either<String, InetAddress> address(String text) {
    String stripped = text.strip();
    return Try.of(() -> stripped)
        .filter(number -> ADDRESS.matcher(number).matches())
        .mapTry(InetAddress::getByName)
        .toEither("is not an address such as 127.0.0.1, 0.0.0.0 or ::1");
  }

  /** {@code true} or {@code false}. */
  static Either<String, Boolean> truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Either.right(true);
      case "false" -> Either.right(false);
      default -> Either.left("is neither true nor false");
    };
  }

  /** A place on this machine's disks. */
  public static Either<String, Path> path(String text) {
    if (text.isBlank()) {
      return Either.left("is blank; expected a directory");
    }
    if (PLACE_ELSEWHERE.matcher(text.strip()).lookingAt()) {
      return Either.left(
          "lies elsewhere; expected a path of this machine, which may begin with ./. A lake on an"
              + " object store is named by the setting lake (--lake)");
    }
    try {
      return Either.right(HomeDirectory.in(Path.of(text)));
    } catch (InvalidPathException e) {
      return Either.left("is not a path: " + e.getReason());
    }
  }

  /** The root of a lake on an object store, or nothing. */
  public static Either<String, Option<String>> optionalStore(String text) {
    String stripped = text.strip().replaceFirst("/+$", "");
    if (stripped.isEmpty()) {
      return Either.right(Option.none());
    }
    return Try.of(() -> new URI(stripped))
        .toOption()
        .filter(root -> root.getScheme() != null && root.getAuthority() != null)
        .toEither(NO_ROOT)
        .filterOrElse(
            root -> STORES.contains(root.getScheme()),
            root ->
                "is on a store that lakes cannot be kept on yet; expected one with S3's interface,"
                    + " e.g. s3a://bucket/orders, or Google Cloud Storage, e.g. gs://bucket/orders")
        .filterOrElse(
            root ->
                root.getUserInfo() == null
                    && root.getQuery() == null
                    && root.getFragment() == null
                    && root.normalize().equals(root),
            root -> NO_ROOT)
        .map(root -> Option.some(stripped));
  }

  /** A file's path, or nothing. */
  static Either<String, Option<Path>> optionalPath(String text) {
    return text.isBlank() ? Either.right(Option.none()) : path(text).map(Option::some);
  }

  /** A whole number within bounds, both included. */
  public static Function<String, Either<String, Integer>> wholeNumber(int least, int most) {
    return text -> {
      String sentence = "is not a whole number from " + least + " to " + most;
      try {
        int number = Integer.parseInt(text.strip());
        return number >= least && number <= most ? Either.right(number) : Either.left(sentence);
      } catch (NumberFormatException e) {
        return Either.left(sentence);
      }
    };
  }

  /** A whole number within bounds, both included, or nothing. */
  static Function<String, Either<String, Option<Integer>>> optionalWholeNumber(
      int least, int most) {
    return text ->
        text.isBlank()
            ? Either.right(Option.none())
            : wholeNumber(least, most).apply(text).map(Option::some);
  }

  /** A duration that is not too short. */
  public static Function<String, Either<String, Duration>> durationFrom(
      Duration least, String leastText) {
    return text ->
        duration(text)
            .filterOrElse(
                duration -> duration.compareTo(least) >= 0,
                duration -> "is too short; expected " + leastText + " or more");
  }

  /** A number with a unit: {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h}, {@code 1d}. */
  public static Either<String, Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      return Either.left("is not a duration; expected e.g. 500ms, 2s, 5m or 1h");
    }
    long amount = Long.parseLong(matcher.group(1));
    return Either.right(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }
}
