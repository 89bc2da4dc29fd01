package io.orderlake.adapters.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * What one broker says in its log.
 *
 * @param file the log
 * @param begin where that broker's part of it begins, in bytes
 */
record BrokerLog(Path file, long begin) {
  private static final int MOST_BYTES = 256 << 10;
  private static final Pattern FRAME = Pattern.compile("\\s+at .*|\\s+\\.\\.\\. \\d+ more");
  private static final Pattern HEAD = Pattern.compile("\\S+ \\[[^]]*] [A-Z]+ \\S+ - ");
  private static final Pattern THROWN =
      Pattern.compile("(?:Caused by: )?(?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error)(?:: .*)?");
  private static final Pattern WARNING = Pattern.compile("\\S+ \\[[^]]*] WARN .*");

  /** The log of a broker that is about to be started. */
  static BrokerLog from(Path file) {
    try {
      return new BrokerLog(file, Files.size(file));
    } catch (IOException e) {
      return new BrokerLog(file, 0); // not there yet
    }
  }

  /** The last complaint without its stack: the cause at its root where there is one. */
  Option<String> lastWords() {
    List<String> lines = read().filter(line -> !line.isBlank() && !FRAME.matcher(line).matches());
    return lines
        .reverse()
        .find(line -> THROWN.matcher(line).matches())
        .orElse(() -> lines.reverse().find(line -> !WARNING.matcher(line).matches()))
        .map(line -> HEAD.matcher(line).replaceFirst("").replaceFirst("^Caused by: ", ""));
  }

  private List<String> read() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = Math.max(begin, channel.size() - MOST_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
      return List.of(new String(bytes.array(), 0, bytes.position(), UTF_8).split("\\R"));
    } catch (IOException e) {
      return List.empty();
    }
  }
}
