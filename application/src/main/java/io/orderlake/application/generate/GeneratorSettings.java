package io.orderlake.application.generate;

import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;

/**
 * What synthetic orders are like. Shares are from 0 to 1.
 *
 * @param seed the same seed and clock give the same events
 * @param defects share of events that break at least one rule
 * @param repeats share of events that repeat an earlier one, byte for byte
 * @param versionOne share of events written in version 1 of the contract
 * @param version the version that the others are written in, {@link #OLDEST_VERSION} to {@link
 *     SchemaVersions#CURRENT}; from version 4 on one event in twenty takes back one that was sent
 *     before
 * @param late share of events that happened an hour to three days before they are sent
 * @param rules the rules they will be judged by: currency, limits, severities; where there are
 *     rates, one has to hold for some currency, and events are in such alone
 */
public record GeneratorSettings(
    long seed,
    double defects,
    double repeats,
    double versionOne,
    int version,
    double late,
    RuleSettings rules) {
  /** What {@code versionOne} has a share of its own for is older. */
  public static final int OLDEST_VERSION = 2;

  public GeneratorSettings {
    share("defects", defects);
    share("repeats", repeats);
    share("versionOne", versionOne);
    share("late", late);
    if (version < OLDEST_VERSION || version > SchemaVersions.CURRENT) {
      throw new IllegalArgumentException(
          "events are generated in version "
              + OLDEST_VERSION
              + " to "
              + SchemaVersions.CURRENT
              + " of the contract, not in version "
              + version);
    }
    if (defects + repeats > 1) {
      throw new IllegalArgumentException(
          "defects and repeats are shares of one whole, together at most 1, not "
              + (defects + repeats));
    }
  }

  /** Those that are not of version 1 are of version 2. */
  public GeneratorSettings(
      long seed,
      double defects,
      double repeats,
      double versionOne,
      double late,
      RuleSettings rules) {
    this(seed, defects, repeats, versionOne, OLDEST_VERSION, late, rules);
  }

  /** 4 % defects, 2 % repeats, 10 % version 1, 15 % late. */
  public static GeneratorSettings seeded(long seed) {
    return new GeneratorSettings(seed, 0.04, 0.02, 0.10, 0.15, RuleSettings.DEFAULTS);
  }

  public GeneratorSettings withDefects(double share) {
    return new GeneratorSettings(seed, share, repeats, versionOne, version, late, rules);
  }

  public GeneratorSettings withVersion(int changed) {
    return new GeneratorSettings(seed, defects, repeats, versionOne, changed, late, rules);
  }

  public GeneratorSettings withRules(RuleSettings changed) {
    return new GeneratorSettings(seed, defects, repeats, versionOne, version, late, changed);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is a share from 0 to 1, not " + value);
    }
  }
}
