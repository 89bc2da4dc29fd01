package io.orderlake.domain.text;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;

/** What somebody may have meant by a name that there is not. */
public final class NearMiss {
  private NearMiss() {}

  /** The likeliest of the names; none when all are too far away. */
  public static Option<String> of(String meant, Seq<String> names) {
    String plain = plain(meant);
    int allowed = Math.max(1, plain.length() / 3);
    return names
        .filter(name -> !plain(name).isEmpty())
        .map(name -> new Candidate(name, distance(plain, plain(name))))
        .filter(candidate -> candidate.distance <= allowed)
        .minBy(Candidate::distance)
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  /** Letters and digits alone, in lower case: spelling, spaces and signs do not count. */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Levenshtein's: letters to put in, take out or replace; two swapped letters count as one. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
