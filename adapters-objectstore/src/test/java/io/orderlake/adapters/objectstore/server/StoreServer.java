package io.orderlake.adapters.objectstore.server;

import java.net.URI;
import java.util.Map;

/** A store's server with an empty bucket, for tests. */
public interface StoreServer extends AutoCloseable {
  /** Where it is. */
  URI endpoint();

  /** A lake's root in the bucket. */
  String root(String name);

  /** Hadoop's settings, by their names, for who comes directly. */
  Map<String, String> settings();

  /** Hadoop's settings for who comes through something that lies between. */
  Map<String, String> settingsThrough(URI between);

  /** It has ended when this returns. */
  @Override
  void close();
}
