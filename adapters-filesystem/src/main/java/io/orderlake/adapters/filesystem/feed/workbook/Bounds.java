package io.orderlake.adapters.filesystem.feed.workbook;

import java.io.IOException;

/**
 * What may be read of a workbook without filling the memory, whatever it is packed to. Measured by
 * reading it once as XML, since fastexcel itself holds what it meets.
 */
final class Bounds {
  /** Of the texts of all sheets, which are held while one is read. */
  private static final long SHARED = 128 << 20;

  /** What a text takes in memory beside its characters. */
  private static final long TEXT = 48;

  /** Of one sheet; of which no more than a row is held. */
  private static final long SHEET = 4L << 30;

  /** Of formulas for several cells, which are held. */
  private static final long FORMULAS = 32 << 20;

  /** As Excel has them. */
  private static final int ROWS = 1 << 20;

  private static final int CELLS = 1 << 14;
  private static final int COLUMN_LETTERS = 3;

  /** No number has more digits. */
  private static final int DIGITS = 400;

  /** How many texts the sheets can refer to. */
  private final long texts;

  private Bounds(long texts) {
    this.texts = texts;
  }

  /** Measures what is read whatever the sheet is. */
  static Bounds of(Archive from, Contents contents) throws IOException {
    if (!contents.styles().isEmpty()) {
      try (Part part = from.part(contents.styles(), Part.HELD)) {
        while (part.next()) {
          // measured as it is read
        }
      }
    }
    if (!from.has(contents.sharedTexts())) {
      return new Bounds(0);
    }
    try (Part part = from.part(contents.sharedTexts(), SHARED)) {
      return new Bounds(texts(part));
    }
  }

  private static long texts(Part part) throws IOException {
    long texts = 0;
    while (part.nextStart("si")) {
      part.begin();
      texts++;
      if (part.read() + texts * TEXT > SHARED) {
        throw new Refused(
            "its texts take more than %s MiB of memory (%s of them)"
                .formatted(SHARED >> 20, texts));
      }
    }
    return texts;
  }

  /** Measures a sheet. */
  void check(Archive from, Contents.SheetPart sheet) throws IOException {
    try (Part part = from.part(sheet.part(), SHEET)) {
      new Sheet(part, texts).measure();
    }
  }

  /** A sheet that is being measured. */
  private static final class Sheet {
    private final Part part;
    private final long texts;
    private int rows;
    private int cells;
    private long formulas;
    private String type = "";

    Sheet(Part part, long texts) {
      this.part = part;
      this.texts = texts;
    }

    void measure() throws IOException {
      while (part.next()) {
        if (part.xml().isStartElement()) {
          start();
        } else if (part.isEnd("sheetData")) {
          return;
        }
      }
    }

    private void start() throws IOException {
      switch (part.xml().getLocalName()) {
        case "row" -> {
          part.begin();
          cells = 0;
          check(++rows <= ROWS, "more than " + ROWS + " rows");
        }
        case "c" -> {
          check(++cells <= CELLS, "a row of more than " + CELLS + " cells");
          check(letters(part.attribute("r")) <= COLUMN_LETTERS, "a cell beyond the last column");
          type = part.attribute("t");
        }
        case "v" -> value(part.text("v"));
        case "f" -> {
          if (!part.attribute("ref").isEmpty()) {
            formulas += TEXT * 4 + part.text("f").length();
            check(formulas <= FORMULAS, "too many formulas for several cells");
          }
        }
        default -> {}
      }
    }

    private void value(String value) throws IOException {
      if (type.isEmpty() || type.equals("n")) {
        check(value.length() <= DIGITS, "a number of more than " + DIGITS + " digits");
      } else if (type.equals("s") && !value.isEmpty()) {
        check(isText(value), "a cell that refers to text " + value + ", which is not there");
      }
    }

    private boolean isText(String number) {
      try {
        int text = Integer.parseInt(number);
        return text >= 0 && text < texts;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    private static int letters(String reference) {
      return (int) reference.chars().filter(c -> c > '9').count();
    }

    private void check(boolean holds, String otherwise) throws IOException {
      if (!holds) {
        throw new Refused("the sheet has " + otherwise + " (row " + rows + ")");
      }
    }
  }
}
