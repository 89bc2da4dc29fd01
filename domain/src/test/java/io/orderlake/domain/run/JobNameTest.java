package io.orderlake.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobNameTest {
  @Test
  void each_job_has_the_word_that_requests_have_always_used() {
    assertThat(Arrays.stream(JobName.values()).map(JobName::word))
        .containsExactly("silver", "gold", "compact", "vacuum", "audit", "rebuild", "redrive");
    assertThat("autopilot-" + JobName.SILVER).isEqualTo("autopilot-silver");
  }
}
