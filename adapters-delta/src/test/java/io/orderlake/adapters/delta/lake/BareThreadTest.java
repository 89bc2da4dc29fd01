package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class BareThreadTest {
  private static final String OF_CORE_DEFAULTS = "io.file.buffer.size";

  @Test
  void a_configuration_made_within_has_no_defaults_and_finds_classes() throws Exception {
    assertThat(new Configuration().get(OF_CORE_DEFAULTS)).isNotNull();

    Configuration bare =
        BareThread.call(
            () -> {
              Configuration made = new Configuration();
              assertThat(made.get(OF_CORE_DEFAULTS)).isNull();
              return made;
            });
    assertThat(bare.getClassByName(KernelLake.class.getName())).isEqualTo(KernelLake.class);
    assertThat(new Configuration().get(OF_CORE_DEFAULTS)).isNotNull();
  }

  @Test
  void the_thread_is_as_before_also_after_a_failure() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    assertThatThrownBy(
            () ->
                BareThread.call(
                    () -> {
                      throw new IOException("torn");
                    }))
        .hasMessage("torn");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
