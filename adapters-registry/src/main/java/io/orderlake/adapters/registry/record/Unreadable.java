package io.orderlake.adapters.registry.record;

/** The bytes hold no record of the schema. Its message is the sentence, and where it was found. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong, as a sentence. */
  public Unreadable(String sentence) {
    super(sentence, null, false, false);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
