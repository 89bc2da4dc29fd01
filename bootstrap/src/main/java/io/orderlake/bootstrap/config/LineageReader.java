package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.Lineage;
import io.orderlake.bootstrap.config.LakehouseConfig.LineageTo;
import io.vavr.control.Option;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads where lineage goes. */
final class LineageReader {
  private final Values values;

  LineageReader(Values values) {
    this.values = values;
  }

  /** Null when something is wrong, and then each problem is noted. */
  @Nullable Lineage read() {
    LineageTo to = values.of(Settings.LINEAGE_TRANSPORT);
    Option<URI> url = values.of(Settings.LINEAGE_URL);
    String apiKey = values.of(Settings.LINEAGE_API_KEY);
    String namespace = values.of(Settings.LINEAGE_NAMESPACE);
    if (to == null || url == null || apiKey == null || namespace == null) {
      return null;
    }
    if (to == LineageTo.HTTP && url.isEmpty()) {
      values.problem(
          Settings.LINEAGE_TRANSPORT.key(),
          "lineage.transport 'http' needs lineage.url; expected e.g. http://127.0.0.1:5000");
      return null;
    }
    return new Lineage(to, url, apiKey, namespace);
  }
}
