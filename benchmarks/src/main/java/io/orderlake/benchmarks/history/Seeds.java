package io.orderlake.benchmarks.history;

/** Seeds that have nothing to do with each other. */
final class Seeds {
  private Seeds() {}

  /** A seed for the thing that these numbers name. */
  static long of(long seed, long... name) {
    long mixed = seed;
    for (long part : name) {
      mixed = mix(mixed + 0x9E37_79B9_7F4A_7C15L + part);
    }
    return mixed;
  }

  /** Every bit of the result depends on every bit given: the finaliser of SplitMix64. */
  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }
}
