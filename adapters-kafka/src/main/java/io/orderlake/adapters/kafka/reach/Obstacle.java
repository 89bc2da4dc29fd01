package io.orderlake.adapters.kafka.reach;

/**
 * What stands between here and a broker.
 *
 * @param passing the same address may work later without anybody's doing
 * @param sentence what is the matter, and what to do
 */
record Obstacle(boolean passing, String sentence) {
  static Obstacle passing(String sentence) {
    return new Obstacle(true, sentence);
  }

  static Obstacle lasting(String sentence) {
    return new Obstacle(false, sentence);
  }
}
