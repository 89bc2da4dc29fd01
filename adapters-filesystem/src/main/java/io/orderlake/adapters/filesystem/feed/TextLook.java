package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.feed.FeedForm;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;

/**
 * A feed that is a text.
 *
 * @param opened how its bytes become text
 * @param form what the text is made of
 * @param onLines for events: each stands on a line of its own
 * @param text the beginning itself
 */
record TextLook(Opened opened, FeedForm form, boolean onLines, String text) implements Look {
  /** What the text shows; or the sentence that says why it is none of a feed. */
  static Either<String, Look> at(Opened opened, byte[] beginning) {
    int mark = opened.encoding().mark();
    StringBuilder text = new StringBuilder();
    try (Reader reader =
        opened.text(new ByteArrayInputStream(beginning, mark, beginning.length - mark))) {
      char[] chars = new char[8192];
      for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
        text.append(chars, 0, n);
      }
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    boolean cut = beginning.length == Look.BEGINNING;
    String shown = text.toString();
    if (!cut && shown.isBlank()) {
      return Either.left("it holds nothing but blank lines; there is nothing to publish");
    }
    return Signature.ofText(shown)
        .<Either<String, Look>>map(what -> Either.left("it is " + what))
        .getOrElse(() -> Either.right(of(opened, shown, cut)));
  }

  private static TextLook of(Opened opened, String text, boolean cut) {
    JsonShape shape = JsonShape.of(text, cut);
    return new TextLook(
        opened,
        shape == JsonShape.NONE ? FeedForm.TABLE : FeedForm.EVENTS,
        shape != JsonShape.DOCUMENTS,
        text);
  }

  boolean isUtf8() {
    return opened.encoding().charset().equals(UTF_8);
  }
}
