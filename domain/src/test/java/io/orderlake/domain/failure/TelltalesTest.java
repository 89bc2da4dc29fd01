package io.orderlake.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TelltalesTest {
  @Test
  void every_type_that_is_named_is_one_of_the_jdk_s() {
    assertThat(Telltales.types())
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException());
  }

  @Test
  void what_the_system_says_counts_more_than_the_type_it_is_said_in() {
    assertThat(Telltales.of(new FileNotFoundException("x (Too many open files)")))
        .containsExactly(FailureCause.TOO_MANY_FILES);
    assertThat(Telltales.of(new FileNotFoundException("x"))).containsExactly(FailureCause.MISSING);
  }

  @Test
  void rights_that_a_store_misses_are_told_in_its_words() {
    assertThat(
            FailureCause.of(
                new IOException(
                    "403 Forbidden: me@orders.iam does not have storage.objects.create access."
                        + " Permission 'storage.objects.create' denied on resource")))
        .isEqualTo(FailureCause.DENIED);
  }

  @Test
  void a_full_disk_counts_wherever_it_is_said() {
    Exception lost = new FileNotFoundException("part-1.parquet");

    assertThat(FailureCause.of(new IOException("No space left on device", lost)))
        .isEqualTo(FailureCause.DISK_FULL);
  }

  @Test
  void causes_that_go_in_a_circle_are_looked_at_once() {
    IOException first = new IOException("first");
    first.initCause(new IOException("second", first));

    assertThat(FailureCause.of(first)).isEqualTo(FailureCause.STORE_FAULT);
  }

  @Test
  void what_nobody_tells_is_a_defect_unless_it_is_of_input_or_output() {
    assertThat(FailureCause.of(new IllegalStateException("x"))).isEqualTo(FailureCause.DEFECT);
    assertThat(FailureCause.of(new IllegalStateException(new IOException("x"))))
        .isEqualTo(FailureCause.STORE_FAULT);
  }
}
