package io.orderlake.adapters.console.page;

import io.vavr.collection.Map;

/** What the console may have done: asking the runner for a run, like everybody else. */
public interface Asking {
  /** Where forms that ask are sent to. */
  String PATH = "/ask";

  /**
   * Asks.
   *
   * @param form what was filled in, by name; sent by a page of the console, by somebody who has
   *     shown the token
   */
  Answer ask(Map<String, String> form);
}
