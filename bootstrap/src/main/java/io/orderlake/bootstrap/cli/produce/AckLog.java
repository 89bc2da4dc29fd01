package io.orderlake.bootstrap.cli.produce;

import io.orderlake.answers.text.Json;
import io.orderlake.domain.bronze.SourcePosition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of what Kafka has acknowledged, one JSON object a line, appended: event id, topic,
 * partition, offset. Every event in it must be in Bronze.
 */
final class AckLog implements AutoCloseable {
  private final @Nullable BufferedWriter writer;

  private AckLog(@Nullable BufferedWriter writer) {
    this.writer = writer;
  }

  /** Opens the file for appending; none for no log at all. */
  static AckLog open(@Nullable Path file) throws IOException {
    return new AckLog(
        file == null
            ? null
            : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  synchronized void acknowledged(@Nullable String eventId, SourcePosition position) {
    if (writer == null) {
      return;
    }
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event_id", eventId);
    line.put("topic", position.topic());
    line.put("partition", position.partition());
    line.put("offset", position.offset());
    try {
      writer.write(Json.line(line));
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing the log of acknowledged events", e);
    }
  }

  synchronized void flush() {
    if (writer == null) {
      return;
    }
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing the log of acknowledged events", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
