package io.orderlake.domain.feed;

/** What a cell is, beside its text. */
public enum CellKind {
  /** A text, or whatever the reader takes it for. */
  TEXT,
  /** A number by its type: its text is a plain decimal, whatever style the table's texts have. */
  NUMBER,
  /** A date, a time of day or both by its type: its text is ISO 8601 without a zone. */
  TIME
}
