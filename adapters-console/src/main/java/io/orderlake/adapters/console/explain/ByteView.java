package io.orderlake.adapters.console.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.answers.text.Numbers;
import io.orderlake.domain.text.Invisible;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they were received: as text, in which what shows nothing of itself is written as what it
 * is, and in hexadecimal.
 *
 * @param showsValues else their number alone is told
 */
record ByteView(boolean showsValues) {
  /** How many are shown; the page's JSON has all. */
  private static final int MOST = 4_096;

  private static final int PER_LINE = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  /** All that is to be said of them. */
  Html html(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Tags.p("none");
    }
    if (!showsValues) {
      return Tags.p(Numbers.count(bytes.length, "byte") + ", which this console does not show");
    }
    byte[] shown = Arrays.copyOf(bytes, Math.min(bytes.length, MOST));
    return Html.of(
        text(bytes, shown),
        Element.of(
                "details",
                Element.of(
                    "summary",
                    "In hexadecimal, %s%s"
                        .formatted(
                            Numbers.count(bytes.length, "byte"),
                            shown.length < bytes.length
                                ? ", of which the first %s are shown; the page as JSON has all"
                                    .formatted(Numbers.count(shown.length))
                                : "")),
                Tags.pre(hex(shown)).classed("hex"))
            .with("open"));
  }

  /** On one line, for what is mostly short. */
  Html line(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Html.text("none");
    }
    if (!showsValues) {
      return Html.text(Numbers.count(bytes.length, "byte"));
    }
    byte[] shown = Arrays.copyOf(bytes, Math.min(bytes.length, MOST));
    return Tags.code("")
        .add(
            decoded(bytes)
                .map(all -> marked(decodedPart(shown)))
                .getOrElse(() -> List.of(Html.text("0x" + HexFormat.of().formatHex(shown)))));
  }

  private static Html text(byte[] all, byte[] shown) {
    if (decoded(all).isEmpty()) {
      return Tags.p("The bytes are no text in UTF-8.");
    }
    return Element.of("pre").with("tabindex", "0").classed("bytes").add(marked(decodedPart(shown)));
  }

  private static Option<String> decoded(byte[] bytes) {
    return Try.of(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()).toOption();
  }

  /** Where the last character was cut in two, without it. */
  private static String decodedPart(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return bytes.length == MOST && text.endsWith("\ufffd")
        ? text.substring(0, text.length() - 1)
        : text;
  }

  /** The text; line ends as such, and each invisible character as its number. */
  private static List<Html> marked(String text) {
    List<Html> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Invisible.is(c)) {
                parts.add(Html.text(plain.toString()));
                plain.setLength(0);
                parts.add(Tags.span(String.format(Locale.ROOT, "[U+%04X]", c)).classed("control"));
                if (c == '\n') {
                  parts.add(Element.of("br"));
                }
              } else {
                plain.appendCodePoint(c);
              }
            });
    parts.add(Html.text(plain.toString()));
    return parts;
  }

  /** Lines of their offset, the bytes, and those of them that ASCII shows. */
  private static String hex(byte[] bytes) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < bytes.length; at += PER_LINE) {
      byte[] line = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PER_LINE));
      lines
          .append(at == 0 ? "" : "\n")
          .append(
              String.format(Locale.ROOT, "%06x  %-47s  %s", at, HEX.formatHex(line), ascii(line)));
    }
    return lines.toString();
  }

  private static String ascii(byte[] line) {
    StringBuilder shown = new StringBuilder();
    for (byte b : line) {
      shown.append(b >= ' ' && b <= '~' ? (char) b : '.');
    }
    return shown.toString();
  }
}
