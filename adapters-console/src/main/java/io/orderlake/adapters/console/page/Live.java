package io.orderlake.adapters.console.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What moves while a page is looked at. */
public interface Live {
  /** Where pages listen to it. */
  String PATH = "/live";

  /** What the pages' elements show now, by their {@code data-live}; asked about every second. */
  Map<String, @Nullable Object> now();
}
