package io.orderlake.bootstrap.config;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.bootstrap.config.LakehouseConfig.Serve;
import io.vavr.control.Option;

/** Reads where Gold is served. */
final class ServeReader {
  private final Values values;

  ServeReader(Values values) {
    this.values = values;
  }

  /** The settings; where one is wrong, its problem is noted and the default stands in. */
  Serve read() {
    return new Serve(address(), values.of(Settings.SERVE_PORT), values.of(Settings.SERVE_HISTORY));
  }

  private Option<PostgresAddress> address() {
    String url = values.of(Settings.SERVE_URL);
    if (url.isEmpty()) {
      return Option.none();
    }
    // The text is not shown: whoever wrote a password into it has done it by mistake.
    return PostgresAddress.of(
            url, values.of(Settings.SERVE_USER), values.of(Settings.SERVE_PASSWORD))
        .peekLeft(
            problem ->
                values.problem(Settings.SERVE_URL.key(), Settings.SERVE_URL.key() + " " + problem))
        .toOption();
  }
}
