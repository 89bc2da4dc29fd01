package io.orderlake.bootstrap.wiring;

import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the broker that {@code up} runs for a lake can be reached, in a file beside the broker's
 * data, so that the other roles find it. The file may outlive a broker that was killed.
 *
 * @param file its path
 */
public record BrokerAddress(Path file) {

  /** That of the configured lake. */
  public static BrokerAddress of(LakehouseConfig config) {
    return new BrokerAddress(config.data().resolve("kafka").resolve("address"));
  }

  /**
   * Where Kafka is for the configured lake, as host:port with commas between: the configured
   * cluster, or the broker that {@code up} runs.
   *
   * @throws Unavailable if none is configured and none was started
   */
  static String bootstrap(LakehouseConfig config) {
    String configured = config.kafka().bootstrap();
    return configured.isEmpty() ? of(config).read().getOrElseThrow(() -> none(config)) : configured;
  }

  private static Unavailable none(LakehouseConfig config) {
    return new Unavailable(
        "no broker is known for the lake in "
            + config.place()
            + "; start one with `orderlake up`, or name yours with the setting kafka.bootstrap (or"
            + " --bootstrap HOST:PORT, of a command that has it)");
  }

  /** The address as host:port, if a broker was started. */
  public Option<String> read() {
    try {
      return Option.some(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the broker's address from " + file, e);
    }
  }

  public void write(String address) {
    Path written = file.resolveSibling("address.tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(written, address + "\n");
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw LakeFailure.of("cannot write the broker's address to " + file, e);
    }
  }

  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw LakeFailure.of("cannot remove " + file, e);
    }
  }
}
