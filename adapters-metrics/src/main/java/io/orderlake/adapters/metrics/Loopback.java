package io.orderlake.adapters.metrics;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a request was meant for this machine by its loopback address. */
final class Loopback {
  private static final Pattern HOST =
      Pattern.compile(
          "(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /**
   * As the header {@code Host} says it.
   *
   * @param hosts its values; null when there is none
   */
  static boolean isMeant(@Nullable List<String> hosts) {
    return hosts != null && hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
  }
}
