package io.orderlake.adapters.registry.protobuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.wire.schema.internal.parser.ProtoParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that every schema may import and no registry tells: Protobuf's own, and Confluent's. */
final class BundledFiles {
  private static final String OWN = "google/protobuf/";

  /** In Confluent's files the one that has a type. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "confluent/type/decimal.proto",
          """
          syntax = "proto3";
          package confluent.type;
          message Decimal {
            bytes value = 1;
            uint32 precision = 2;
            int32 scale = 3;
          }
          """);

  private BundledFiles() {}

  /** The file that is imported so; null when it is none of them. */
  static @Nullable String text(String path) {
    String other = OTHERS.get(path);
    return other != null || !path.startsWith(OWN) ? other : own(path);
  }

  private static @Nullable String own(String path) {
    ClassLoader wire = ProtoParser.class.getClassLoader();
    try (InputStream in = wire.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path + " of the program itself", e);
    }
  }
}
