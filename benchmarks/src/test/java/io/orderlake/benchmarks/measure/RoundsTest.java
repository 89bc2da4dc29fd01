package io.orderlake.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.List;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private final java.util.List<String> turns = new ArrayList<>();

  @Test
  void contestants_take_turns_and_warming_up_does_not_count() throws Exception {
    List<Measurement> taken =
        new Rounds("section", 1, 2).run(List.of(contestant("A"), contestant("B")), deafScreen());

    assertThat(turns).containsExactly("A0", "B0", "A1", "B1", "A2", "B2");
    assertThat(taken.map(Measurement::contestant)).containsExactly("A", "B", "A", "B");
  }

  private Contestant contestant(String name) {
    return new Contestant(
        name,
        number -> {
          turns.add(name + number);
          return Trial.of(1, Cost.of(Duration.ofSeconds(1)));
        });
  }

  private static Screen deafScreen() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    return new Screen(nowhere, nowhere, false, false);
  }
}
