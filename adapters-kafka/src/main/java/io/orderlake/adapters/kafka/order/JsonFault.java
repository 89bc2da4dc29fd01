package io.orderlake.adapters.kafka.order;

/**
 * Why a value is no event, for whoever sends it: what stands where, in words of JSON.
 *
 * <p>Found by reading the text once more, slowly, when a decoder has refused it.
 */
final class JsonFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private JsonFault(String sentence) {
    super(sentence, null, false, false);
  }

  static JsonFault notJson(String what, JsonPlace place) {
    return new JsonFault("the value is not JSON: " + what + " (" + place + ")");
  }

  /** The text is JSON, and yet it is no event. */
  static JsonFault refused(String what, JsonPlace place) {
    return new JsonFault(what + " (" + place + ")");
  }

  /** The fault of a text that was refused as an event. */
  static String of(String text) {
    return of(text, false);
  }

  /** The fault of a text that was refused as a record of any shape. */
  static String ofRecord(String text) {
    return of(text, true);
  }

  private static String of(String text, boolean mayBeArray) {
    try {
      new JsonReading(text, mayBeArray).only();
    } catch (JsonFault fault) {
      return String.valueOf(fault.getMessage());
    }
    throw new IllegalStateException("a text was refused in which no fault is found");
  }
}
