package io.orderlake.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcessFilesTest {
  @Test
  void the_peak_is_read_from_the_status_in_bytes() {
    assertThat(ProcessFiles.peakIn("Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t   512 kB\n"))
        .containsExactly(512L * 1024);
    assertThat(ProcessFiles.peakIn("Name:\tkernel thread\n")).isEmpty();
  }

  @Test
  void ended_children_are_accounted_in_ticks_whatever_the_command_is_called() {
    String stat = "7 (a) b (c)) S 1 7 7 0 -1 4194304 11 12 13 14 15 16 300 40 20 0 1 0 99";

    assertThat(ProcessFiles.endedChildrenCpuIn(stat)).isEqualTo(Duration.ofMillis(3400));
  }
}
