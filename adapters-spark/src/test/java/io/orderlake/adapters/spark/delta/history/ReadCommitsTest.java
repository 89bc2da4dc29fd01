package io.orderlake.adapters.spark.delta.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.ForgetfulLogStore;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.Probe;
import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.history.ReadCommits.Commit;
import java.util.List;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadCommitsTest {
  private static final int FILES_KEPT = 3;

  private final Probe probe = new Probe();
  private ReadCommits commits;
  private long last;

  @BeforeEach
  void eightCommits() {
    for (long i = 0; i < 8; i++) {
      last = probe.append(i - 1, i, "n" + i);
    }
    String root = probe.folder().toString();
    commits =
        new ReadCommits(
            DeltaLog.forTable(TestSpark.session(), root),
            new AddActions("day", root, root),
            FILES_KEPT);
  }

  @Test
  void a_commit_is_read_once_as_long_as_nobody_begins_after_it() {
    long before = read();
    for (long after = last - 6; after < last; after++) {
      assertThat(commits.between(after, last)).hasSize((int) (last - after));
    }

    assertThat(read() - before).isEqualTo(6);
  }

  @Test
  void who_begins_further_back_reads_what_was_forgotten() {
    assertThat(commits.between(last - 2, last)).hasSize(2);
    assertThat(commits.between(last - 5, last))
        .extracting(Commit::version)
        .containsExactly(last - 4, last - 3, last - 2, last - 1, last);
  }

  @Test
  void files_of_few_commits_are_kept_and_those_of_the_others_read_again() {
    List<String> names = names(last - 8);
    assertThat(names).hasSize(8).doesNotHaveDuplicates();

    for (long after = last - 8; after < last; after++) {
      assertThat(names(after))
          .containsExactlyElementsOf(names.subList((int) (after - last + 8), names.size()));
      assertThat(kept(after)).isLessThanOrEqualTo(FILES_KEPT);
    }
    assertThat(kept(last - 8)).isEqualTo(FILES_KEPT);
  }

  private List<String> names(long after) {
    return commits.between(after, last).stream()
        .flatMap(commit -> commits.added(commit).stream())
        .map(AddFile::path)
        .toList();
  }

  private long kept(long after) {
    return commits.between(after, last).stream().filter(commit -> commit.added() != null).count();
  }

  private long read() {
    return ForgetfulLogStore.commitsReadIn(probe.folder());
  }
}
