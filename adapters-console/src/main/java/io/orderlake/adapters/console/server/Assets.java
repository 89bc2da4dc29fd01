package io.orderlake.adapters.console.server;

import com.sun.net.httpserver.HttpExchange;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.domain.digest.Sha256;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** The files that pages load, read once from the program and known by their checksums. */
final class Assets {
  static final String FOLDER = "/static/";
  private static final String RESOURCES = "/io/orderlake/adapters/console/static/";

  private static final Map<String, String> TYPES =
      HashMap.of(
          "console.css", "text/css; charset=utf-8",
          "console.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "uplot/uPlot.iife.min.js", "text/javascript; charset=utf-8",
          "uplot/uPlot.min.css", "text/css; charset=utf-8",
          "uplot/LICENSE", "text/plain; charset=utf-8");

  private final Map<String, Asset> byName;

  private Assets(Map<String, Asset> byName) {
    this.byName = byName;
  }

  @SuppressWarnings("ArrayRecordComponent") // written once, compared never
  private record Asset(String mediaType, byte[] bytes, String checksum) {}

  /** Those of this program. */
  static Assets read() {
    return new Assets(TYPES.map((name, type) -> Tuple.of(name, read(name, type))));
  }

  private static Asset read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + RESOURCES + name);
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(type, bytes, HexFormat.of().formatHex(Sha256.of(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's file " + RESOURCES + name, e);
    }
  }

  /** Where a file is; another address when it has changed. */
  Link link(String name) {
    return Link.to(FOLDER + name).with("v", version(byName.get(name).get()));
  }

  private static String version(Asset asset) {
    return asset.checksum().substring(0, 16);
  }

  /**
   * Sends a file.
   *
   * @param version that was asked for; when it is this one, the browser need never ask again
   */
  void send(HttpExchange exchange, String name, String version) throws IOException {
    Asset asset = byName.get(name).getOrNull();
    if (asset == null) {
      Reply.text(exchange, 404, "there is no such file");
      return;
    }
    String tag = '"' + asset.checksum() + '"';
    exchange.getResponseHeaders().set("ETag", tag);
    exchange
        .getResponseHeaders()
        .set(
            "Cache-Control",
            version.equals(version(asset)) ? "max-age=31536000, immutable" : "no-cache");
    boolean known =
        exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of()).contains(tag);
    Reply.send(exchange, known ? 304 : 200, asset.mediaType(), asset.bytes());
  }
}
