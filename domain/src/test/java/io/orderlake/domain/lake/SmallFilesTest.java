package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallFilesTest {
  @Test
  void neighbours_are_joined_until_the_target_is_reached() {
    assertThat(runs(100, 40, 40, 40, 40)).containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void a_file_of_half_the_target_is_left_alone_and_parts_its_neighbours() {
    assertThat(runs(100, 10, 10, 50, 10, 49)).containsExactly(List.of(0, 1), List.of(3, 4));
  }

  @Test
  void a_small_file_alone_stays() {
    assertThat(runs(100, 10, 60, 10)).isEmpty();
    assertThat(runs(100)).isEmpty();
  }

  @Test
  void files_of_different_partitions_are_never_joined() {
    List<DataFile> files =
        List.of(file(0, "a", 1), file(1, "b", 1), file(2, "a", 1), file(3, "c", 1));

    assertThat(numbers(new SmallFiles(100).runs(files))).containsExactly(List.of(0, 2));
  }

  @Test
  void one_step_is_bounded_and_the_next_goes_on() {
    List<DataFile> files = IntStream.range(0, 25_000).mapToObj(i -> file(i, "p", 1)).toList();

    Seq<Seq<DataFile>> runs = new SmallFiles(1 << 20).runs(files);
    assertThat(runs.map(Seq::size).sum().longValue()).isEqualTo(10_000);
    assertThat(runs.map(Seq::size).max().get()).isEqualTo(1_000);
  }

  @Test
  void rewriting_ends_with_no_two_small_neighbours_however_files_shrink() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      long target = 2L + random.nextInt(200);
      SmallFiles rule = new SmallFiles(target);
      List<DataFile> files = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        files.add(file(i, "p", 1 + random.nextInt(150)));
      }
      for (Seq<Seq<DataFile>> runs = rule.runs(files); runs.nonEmpty(); runs = rule.runs(files)) {
        runs.forEach(run -> replace(files, run, random));
      }
      for (int i = 1; i < files.size(); i++) {
        assertThat(2 * Math.max(files.get(i - 1).bytes(), files.get(i).bytes()))
            .as("seed %d, neighbours %d and %d", seed, i - 1, i)
            .isGreaterThanOrEqualTo(target);
      }
    }
  }

  @Test
  void a_target_of_nothing_is_refused() {
    assertThatThrownBy(() -> new SmallFiles(0)).hasMessageContaining("not 0");
  }

  private static void replace(List<DataFile> files, Seq<DataFile> run, Random random) {
    long bytes = run.map(DataFile::bytes).sum().longValue();
    int at = files.indexOf(run.head());
    assertThat(files.subList(at, at + run.size())).isEqualTo(run.asJava());
    files.subList(at, at + run.size()).clear();
    files.add(at, new DataFile(run.head().path(), "p", 1 + random.nextInt((int) bytes)));
  }

  private static List<List<Integer>> runs(long target, int... bytes) {
    return numbers(
        new SmallFiles(target)
            .runs(IntStream.range(0, bytes.length).mapToObj(i -> file(i, "p", bytes[i])).toList()));
  }

  private static List<List<Integer>> numbers(Seq<Seq<DataFile>> runs) {
    return runs.map(run -> run.map(file -> Integer.parseInt(file.path())).asJava()).asJava();
  }

  private static DataFile file(int number, String partition, long bytes) {
    return new DataFile(Integer.toString(number), partition, bytes);
  }
}
