package io.orderlake.bootstrap.config;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;

/** Reads the rates by which totals are converted; notes all that is wrong with them. */
final class RatesReader {
  private final Values values;
  private final SourceFiles files;

  RatesReader(Values values, SourceFiles files) {
    this.values = values;
    this.files = files;
  }

  /** Whether some are configured, be they right or wrong. */
  static boolean areAskedFor(Values values) {
    return values.text(Settings.RATES_FILE.key()).exists(file -> !file.isEmpty());
  }

  /** The rates; none where nothing is converted, or something is wrong with them. */
  Option<Rates> read() {
    Option<Path> file = values.of(Settings.RATES_FILE);
    String to = values.of(Settings.RATES_TO);
    int carryDays = values.of(Settings.RATES_CARRY);
    if (!areAskedFor(values)) {
      List.of(Settings.RATES_TO, Settings.RATES_CARRY)
          .reject(setting -> values.text(setting.key()).contains(setting.defaultText()))
          .forEach(this::idle);
    }
    return file.flatMap(path -> read(path, to, carryDays));
  }

  private Option<Rates> read(Path file, String to, int carryDays) {
    String key = Settings.RATES_FILE.key();
    Either<List<String>, List<DatedRate>> table = files.rates(file, to);
    table
        .swap()
        .forEach(
            problems ->
                problems.forEach(
                    sentence ->
                        values.problem(key, key + " '" + values.shown(key) + "' " + sentence)));
    return isTarget(to)
        ? table.toOption().map(rates -> new Rates(to, carryDays, rates))
        : Option.none();
  }

  private boolean isTarget(String to) {
    String key = Settings.RATES_TO.key();
    if (to.isEmpty()) {
      values.problem(
          Settings.RATES_FILE.key(),
          Settings.RATES_FILE.key()
              + " is set and "
              + key
              + " is not; name the currency that its rates lead to, e.g. "
              + key
              + ": EUR");
      return false;
    }
    Option<String> problem = Currencies.problem(to);
    problem.forEach(sentence -> values.problem(key, key + ": " + sentence));
    return problem.isEmpty();
  }

  private void idle(Setting<?> setting) {
    values.problem(
        setting.key(),
        setting.key()
            + " does nothing without "
            + Settings.RATES_FILE.key()
            + "; name the file of the rates, or take it out");
  }
}
