package io.orderlake.bootstrap.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which configured values are never printed. Errs towards hiding. */
public final class Secrets {
  public static final String MASK = "********";

  private static final Pattern TELLING =
      Pattern.compile("password|passwd|secret|token|jaas|credential|key|cert|auth|webhook|sas\\.");

  /** As in {@code https://user:password@host}. */
  private static final Pattern IN_AN_ADDRESS = Pattern.compile("(://)[^/?#@]*@");

  private Secrets() {}

  /** True when the name of the property suggests that its value is nobody's business. */
  public static boolean isSecret(String key) {
    return TELLING.matcher(key.toLowerCase(Locale.ROOT)).find();
  }

  /** The value as it may be shown. */
  public static String shown(String key, String value) {
    return isSecret(key) && !value.isEmpty()
        ? MASK
        : IN_AN_ADDRESS.matcher(value).replaceAll("$1" + MASK + "@");
  }
}
