package io.orderlake.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.benchmarks.section.BenchFailure;
import java.io.IOException;
import java.io.InputStream;

/** The peers' queries, which lie beside this class. */
final class Sql {
  private Sql() {}

  /** The text of {@code name.sql}. */
  static String query(String name) {
    try (InputStream in = Sql.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no query " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new BenchFailure("cannot read the query " + name, e);
    }
  }
}
