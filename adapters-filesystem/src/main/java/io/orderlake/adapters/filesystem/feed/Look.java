package io.orderlake.adapters.filesystem.feed;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a look at a feed's beginning shows. */
sealed interface Look permits TextLook, WorkbookLook {
  /** So many bytes of the unpacked feed are looked at. */
  int BEGINNING = 1 << 16;

  int MOST_PACKINGS = 3;

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
    if (beginning.length == 0) {
      String within = packings.isEmpty() ? "" : " inside " + packings.get(0).title();
      return Either.left("it is empty" + within + "; there is nothing to publish");
    }
    if (Signature.isWorkbook(beginning)) {
      return Either.right(new WorkbookLook(packings));
    }
    if (Signature.isCompoundFile(beginning)) {
      return Either.left("it is " + CompoundFile.what(in));
    }
    return text(packings, beginning, wanted);
  }

  private static Either<String, Look> text(
      List<Opened.Packing> packings, byte[] beginning, Option<Charset> wanted) {
    return Signature.of(beginning)
        .<Either<String, Encoding>>map(what -> Either.left("it is " + what))
        .getOrElse(
            () ->
                wanted
                    .<Either<String, Encoding>>map(
                        charset -> Either.right(Encoding.of(charset, beginning)))
                    .getOrElse(() -> Encoding.recognised(beginning)))
        .flatMap(encoding -> TextLook.at(new Opened(packings, encoding), beginning));
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
}
