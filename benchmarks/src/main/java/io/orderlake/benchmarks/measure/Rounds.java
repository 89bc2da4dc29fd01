package io.orderlake.benchmarks.measure;

import io.orderlake.answers.text.Numbers;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.List;

/**
 * Lets contestants take turns (A B C A B C …), so that what disturbs the machine disturbs them
 * alike.
 *
 * @param section its name
 * @param warmUps rounds before the first that counts
 * @param repetitions rounds that count
 */
public record Rounds(String section, int warmUps, int repetitions) {
  /** The measurements that count, in the order of taking. */
  public List<Measurement> run(List<Contestant> contestants, Screen screen) throws Exception {
    List<Measurement> taken = List.empty();
    for (int round = 1 - warmUps; round <= repetitions; round++) {
      for (Contestant contestant : contestants) {
        String turn = section + ", " + turn(round) + ", " + contestant.name();
        screen.progress(turn + "…");
        Measurement measurement =
            new Measurement(section, contestant.name(), contestant.turn().take(round));
        screen.note(turn + ": " + sentence(measurement));
        if (round > 0) {
          taken = taken.append(measurement);
        }
      }
    }
    return taken;
  }

  private String turn(int round) {
    return round > 0 ? "round " + round + " of " + repetitions : "warming up";
  }

  private static String sentence(Measurement measurement) {
    Trial trial = measurement.trial();
    return Numbers.count(trial.rows(), "row")
        + " in "
        + Summary.secondsText(Summary.seconds(trial.cost().wall()))
        + " s, "
        + Numbers.count(Math.round(measurement.rate()))
        + " rows/s";
  }
}
