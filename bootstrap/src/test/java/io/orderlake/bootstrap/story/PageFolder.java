package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.docs.ShellText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where a page's recipe is played, with its lake in {@code lake}.
 *
 * @param folder what the page's files are written to
 */
record PageFolder(Path folder) {
  private static final Pattern FOR_THE_SHELL = Pattern.compile("(awk|sed|cp|echo) .*");

  /**
   * Writes the files of a page, or of a section of it, and runs its lines for the shell.
   *
   * @param own makes of a file's content what it is in this folder
   */
  void prepare(String text, UnaryOperator<String> own) throws Exception {
    for (Map.Entry<String, String> file : ShellText.files(text).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), own.apply(file.getValue()));
    }
    for (String line : text.lines().filter(FOR_THE_SHELL.asMatchPredicate()).toList()) {
      Process shell =
          new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).inheritIO().start();
      assertThat(shell.waitFor()).as(line).isZero();
    }
  }

  /** Publishes records without keys, in their order, to a topic of one partition. */
  void publish(String topic, List<byte[]> records) throws Exception {
    String broker = Files.readString(folder.resolve("lake/kafka/address")).strip();
    List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 20),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] record : records) {
        acknowledged.add(producer.send(new ProducerRecord<>(topic, record)));
      }
    }
    for (Future<RecordMetadata> record : acknowledged) {
      assertThat(record.get().partition()).isZero();
    }
  }
}
