package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.Lineage;
import io.orderlake.bootstrap.config.LakehouseConfig.LineageTo;
import io.vavr.control.Option;
import java.net.URI;

/** Reads where lineage goes. */
final class LineageReader {
  private final Values values;

  LineageReader(Values values) {
    this.values = values;
  }

  /** The settings; where one is wrong, its problem is noted and the default stands in. */
  Lineage read() {
    LineageTo to = values.of(Settings.LINEAGE_TRANSPORT);
    Option<URI> url = values.of(Settings.LINEAGE_URL);
    if (to == LineageTo.HTTP && url.isEmpty() && !values.isWrong(Settings.LINEAGE_URL)) {
      values.problem(
          Settings.LINEAGE_TRANSPORT.key(),
          "lineage.transport 'http' needs lineage.url; expected e.g. http://127.0.0.1:5000");
    }
    return new Lineage(
        to, url, values.of(Settings.LINEAGE_API_KEY), values.of(Settings.LINEAGE_NAMESPACE));
  }
}
