package io.orderlake.adapters.console.server;

import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import java.util.function.Function;

/**
 * A page for tests.
 *
 * @param isHeavy one such answer is made at a time
 * @param answers what it says
 */
record PlainPage(String path, String title, boolean isHeavy, Function<PageRequest, Answer> answers)
    implements Page {
  PlainPage(String path, Function<PageRequest, Answer> answers) {
    this(path, "Page at " + path, false, answers);
  }

  @Override
  public boolean isHeavy(PageRequest request) {
    return isHeavy;
  }

  @Override
  public Answer answer(PageRequest request) {
    return answers.apply(request);
  }
}
