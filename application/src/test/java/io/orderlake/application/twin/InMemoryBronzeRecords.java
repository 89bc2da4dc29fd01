package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;

/** A Bronze in commits; each is a part. */
public final class InMemoryBronzeRecords implements BronzeRecords {
  private final InMemoryTable<BronzeRecord, String> bronze;

  public InMemoryBronzeRecords() {
    this(new InMemoryTable<>());
  }

  InMemoryBronzeRecords(InMemoryTable<BronzeRecord, String> bronze) {
    this.bronze = bronze;
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return commits(version).map(commit -> commit.rows()::forEach);
  }

  @Override
  public long lastSequence(long version) {
    return commits(version)
        .lastOption()
        .map(InMemoryTable.Commit::position)
        .getOrElse(TableState.NOTHING_READ);
  }

  private Vector<InMemoryTable.Commit<BronzeRecord, String>> commits(long version) {
    if (version < 0 || version > bronze.version()) {
      throw LakeFailure.lasting("bronze/orders has no version " + version + " in memory");
    }
    return Vector.ofAll(bronze.after(-1, version));
  }

  /** Appends in one commit and returns the version. */
  public long append(long sequence, List<BronzeRecord> records) {
    bronze.append(records, "", sequence);
    return bronze.version();
  }
}
