package io.orderlake.adapters.console.page;

/** One page of the console, at one path. Asked by several threads at once. */
public interface Page {
  /** Where it is, e.g. {@code /runs}; one segment or more, without an end slash. */
  String path();

  /** How people call it: in the navigation, in the window's title and as its heading. */
  String title();

  /** Whether the navigation leads to it; else other pages do. */
  default boolean isListed() {
    return true;
  }

  /**
   * Whether an answer may take long, and much of the machine: one such answer is made at a time,
   * and it can be cancelled, which interrupts the thread that makes it.
   *
   * @param request of which it is asked before it is answered
   */
  default boolean isHeavy(PageRequest request) {
    return false;
  }

  /**
   * What it shows.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when something it reads is damaged or out of
   *     reach; its sentence is shown
   */
  Answer answer(PageRequest request);
}
