package io.orderlake.bootstrap.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Lakes that an earlier program wrote; {@code lakes/README.md} beside them says how. */
public enum EarlierLake {
  /** UTC and USD. */
  DEFAULTS("defaults", "USD"),
  /** Europe/Berlin and EUR. */
  BERLIN_EUR("berlin-eur", "EUR"),
  /** First Europe/Berlin, then UTC; damaged by that. */
  MIXED_ZONES("mixed-zones", "USD");

  private final String name;
  private final String currency;

  EarlierLake(String name, String currency) {
    this.name = name;
    this.currency = currency;
  }

  /** Its own, which all of its figures are in; its Gold tables have no column for it. */
  public String currency() {
    return currency;
  }

  /** Puts a copy of the lake in that directory, which is created. */
  public Path unpackTo(Path lake) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(resource(".zip"))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = lake.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    return lake;
  }

  /** What {@code gold --json} showed when the lake was written. */
  public JsonNode gold() throws IOException {
    try (InputStream json = resource(".gold.json")) {
      return new ObjectMapper().readTree(json);
    }
  }

  private InputStream resource(String suffix) throws IOException {
    InputStream found = EarlierLake.class.getResourceAsStream("/lakes/" + name + suffix);
    if (found == null) {
      throw new IOException("there is no resource /lakes/" + name + suffix);
    }
    return found;
  }
}
