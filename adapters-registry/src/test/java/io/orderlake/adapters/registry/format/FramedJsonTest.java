package io.orderlake.adapters.registry.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.source.RecordFormat;
import org.junit.jupiter.api.Test;

class FramedJsonTest implements RecordFormatContract {
  @Override
  public RecordFormat format() {
    return new FramedFormat(new PlainRecordFormat());
  }

  @Override
  public byte[] order() {
    return Written.framed(1, new byte[0], ORDER.value().json().getBytes(UTF_8));
  }

  @Test
  void json_without_its_frame_is_told_apart() {
    assertThat(format().read("{\"a\":1}".getBytes(UTF_8)).getLeft())
        .isEqualTo(
            "the value does not begin with a schema registry's frame, a zero byte and four of the"
                + " schema's id, but with 7B 22 61 22 3A, as JSON does; `framing: none` reads that");
    assertThat(format().read(new byte[0]).getLeft()).endsWith("but is empty");
    assertThat(format().read(new byte[] {0, 0, 0, 0, 0, '{', '}'}).getLeft())
        .contains("names the schema 0");
    assertThat(format().identity()).containsExactly("format json", "framing registry");
  }
}
