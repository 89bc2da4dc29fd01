package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.JsonFormatContract;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonRecordFormatTest implements JsonFormatContract {
  private static final String[] FRAGMENTS = {
    "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-0.5e1", "null", "true", " ", "\\u00fc", "x"
  };

  @Override
  public RecordFormat format() {
    return new JsonRecordFormat();
  }

  @Test
  void a_refusal_says_what_stands_where() {
    assertThat(format().read("[{\"a\":1},]".getBytes(UTF_8)).getLeft())
        .contains("a comma stands before the closing ]");
    assertThat(format().read("\"order\"".getBytes(UTF_8)).getLeft())
        .contains("the value is a JSON string");
  }

  @Test
  void it_reads_what_the_plain_reader_reads() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    SplittableRandom random = new SplittableRandom(seed);
    PlainRecordFormat plain = new PlainRecordFormat();
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "[" : "{\"b\":");
      for (int k = random.nextInt(8); k >= 0; k--) {
        text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      }
      text.append(text.charAt(0) == '[' ? "]" : "}");
      byte[] value = text.toString().getBytes(UTF_8);
      Either<String, Node> expected = plain.read(value);
      Either<String, Node> found = format().read(value);
      assertThat(found.isRight()).as("seed " + seed + ": " + text).isEqualTo(expected.isRight());
      if (found.isRight()) {
        assertThat(found).as("seed " + seed + ": " + text).isEqualTo(expected);
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
  }
}
