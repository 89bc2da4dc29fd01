package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.feed.FeedForm;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a look at a feed's beginning shows.
 *
 * @param opened how its bytes become text
 * @param form what the text is made of
 * @param onLines for events: each stands on a line of its own
 * @param text the beginning itself
 */
record Look(Opened opened, FeedForm form, boolean onLines, String text) {
  /** So many bytes of the unpacked feed are looked at. */
  private static final int BEGINNING = 1 << 16;

  private static final int MOST_PACKINGS = 3;

  /**
   * Looks at the beginning of the feed.
   *
   * @param stored its first part as it is stored
   * @param wanted the encoding that somebody has named; none to recognise it
   * @return what it shows, or the sentence that says why the feed cannot be read
   */
  static Either<String, Look> at(InputStream stored, Option<Charset> wanted) throws IOException {
    List<Opened.Packing> packings = new ArrayList<>();
    InputStream in = stored;
    byte[] beginning = beginning(in);
    while (packings.size() < MOST_PACKINGS) {
      Option<Opened.Packing> packing = packing(beginning);
      if (packing.isEmpty()) {
        break;
      }
      packings.add(packing.get());
      in = new BufferedInputStream(packing.get().unpacked(in), BEGINNING);
      beginning = beginning(in);
    }
    byte[] unpacked = beginning;
    String within = packings.isEmpty() ? "" : " inside " + packings.get(0).title();
    Option<String> known = Signature.of(unpacked).map(what -> "it is " + what);
    if (unpacked.length == 0) {
      known = Option.some("it is empty" + within + "; there is nothing to publish");
    }
    return known
        .<Either<String, Encoding>>map(Either::left)
        .getOrElse(
            () ->
                wanted
                    .<Either<String, Encoding>>map(
                        charset -> Either.right(Encoding.of(charset, unpacked)))
                    .getOrElse(() -> Encoding.recognised(unpacked)))
        .flatMap(encoding -> text(new Opened(packings, encoding), unpacked));
  }

  /** A mark is set at the stream's beginning, and it is there again afterwards. */
  private static byte[] beginning(InputStream in) throws IOException {
    in.mark(BEGINNING + 1);
    byte[] bytes = new byte[BEGINNING];
    int size = 0;
    try {
      for (int n = in.read(bytes); n > 0; n = in.read(bytes, size, BEGINNING - size)) {
        size += n;
      }
    } catch (EOFException e) {
      if (size == 0) {
        throw e;
      }
    }
    in.reset();
    return Arrays.copyOf(bytes, size);
  }

  private static Option<Opened.Packing> packing(byte[] bytes) {
    if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      return Option.some(Opened.Packing.GZIP);
    }
    boolean bzip2 =
        bytes.length > 9
            && bytes[0] == 'B'
            && bytes[1] == 'Z'
            && bytes[2] == 'h'
            && bytes[4] == 0x31
            && bytes[5] == 0x41;
    return Option.when(bzip2, Opened.Packing.BZIP2);
  }

  private static Either<String, Look> text(Opened opened, byte[] beginning) {
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
    boolean cut = beginning.length == BEGINNING;
    String shown = text.toString();
    if (!cut && shown.isBlank()) {
      return Either.left("it holds nothing but blank lines; there is nothing to publish");
    }
    return Signature.ofText(shown)
        .<Either<String, Look>>map(what -> Either.left("it is " + what))
        .getOrElse(() -> Either.right(of(opened, shown, cut)));
  }

  private static Look of(Opened opened, String text, boolean cut) {
    JsonShape shape = JsonShape.of(text, cut);
    return new Look(
        opened,
        shape == JsonShape.NONE ? FeedForm.TABLE : FeedForm.EVENTS,
        shape != JsonShape.DOCUMENTS,
        text);
  }

  boolean isUtf8() {
    return opened.encoding().charset().equals(UTF_8);
  }
}
