package io.orderlake.adapters.openlineage;

import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The ways to a keeper of lineage. */
final class Transports {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long FILE_BYTES = 20L << 20;
  private static final int FILES_KEPT = 5;

  private Transports() {}

  /** To a file, one event a line; rolled at 20 MB, five kept beside it. */
  static Transport file(Path file) {
    return new RollingFile(file, FILE_BYTES, FILES_KEPT);
  }

  /**
   * To a server that speaks OpenLineage.
   *
   * @param url its address, to which the client adds its path
   * @param apiKey sent as a bearer token; empty for none
   */
  static Transport http(URI url, String apiKey) {
    return http(url, apiKey, ANSWER);
  }

  static Transport http(URI url, String apiKey, Duration answer) {
    HttpConfig config = new HttpConfig();
    config.setUrl(url);
    config.setTimeoutInMillis(Math.toIntExact(answer.toMillis()));
    if (!apiKey.isEmpty()) {
      ApiKeyTokenProvider key = new ApiKeyTokenProvider();
      key.setApiKey(apiKey);
      config.setAuth(key);
    }
    return new HttpTransport(config);
  }
}
