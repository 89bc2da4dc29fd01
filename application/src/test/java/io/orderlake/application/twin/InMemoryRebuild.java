package io.orderlake.application.twin;

import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.control.Option;

/** Silver and Quarantine built anew in collections of their own. */
final class InMemoryRebuild implements SilverRebuild {
  private final InMemoryLake present;
  private final InMemoryLake anew;
  private final String ruleSet;

  InMemoryRebuild(InMemoryLake present, String ruleSet) {
    this.present = present;
    this.anew = new InMemoryLake(present.bronze);
    this.ruleSet = ruleSet;
  }

  String ruleSet() {
    return ruleSet;
  }

  @Override
  public SilverTable anew() {
    return new InMemorySilver(
        anew, new BronzeReading.BySequence(present.bronze.rowsAt(present.silver.position())));
  }

  @Override
  public void replace() {
    decide();
    present.finish();
  }

  /** The quarantine's part. */
  void decide() {
    if (!anew().unread(1).isEmpty()) {
      throw new IllegalStateException("the new Silver has not read what the present one has");
    }
    long bronze = present.silver.position();
    RefinementCounts counts = anew().committedSince(Option.none()).asRebuilt(ruleSet);
    present.quarantine.replaceAll(anew.quarantine.rows(), "", bronze);
    present.decide(
        () -> {
          present.silver.replaceAll(anew.silver.rows(), counts, bronze);
          present.forgetRebuild();
        });
  }

  @Override
  public void close() {
    // nothing is held outside memory
  }
}
