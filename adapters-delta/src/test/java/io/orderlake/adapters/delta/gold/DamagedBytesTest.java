package io.orderlake.adapters.delta.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.money.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a library makes of bytes that are not as they were written, nobody is told to try again:
 * bytes on a disk that were damaged stay so. {@code -Dorderlake.test.seed=N} plays another game;
 * without it the same one is played each time, since Parquet's reader never comes back from a page
 * whose header claims more bytes than the page unpacks to.
 */
class DamagedBytesTest {
  private static final int TRIALS = 60;
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final GoldProjection BY_CITY_HOUR =
      GoldProjections.in(GoldFixture.in(ZoneOffset.UTC)).head();

  @TempDir private Path root;

  @Test
  void damaged_bytes_are_never_taken_for_what_passes() throws IOException {
    long seed = Long.getLong("orderlake.test.seed", 20261122);
    Random random = new Random(seed);
    long version =
        KernelGoldViewTest.commit(
            root,
            BY_CITY_HOUR,
            Set.of(),
            IntStream.range(0, 200)
                .mapToObj(
                    i ->
                        new GoldCell(
                            GoldFixture.key(
                                "2026-11-22", "Berlin " + i % 7, NOON.plusSeconds(3600L * i)),
                            Figures.of(Amount.of("1." + i), 3, 2)))
                .toList());
    removeChecksums();
    List<LakeFailure> failures = new ArrayList<>();
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int trial = 0; trial < TRIALS; trial++) {
        Files.write(file, damaged(whole, random));
        LakeFailure failure =
            catchThrowableOfType(
                LakeFailure.class,
                () ->
                    new KernelGoldView(KernelLake.at(root))
                        .forEach(BY_CITY_HOUR, version, cell -> {}));
        if (failure != null) {
          failures.add(failure);
        }
      }
      Files.write(file, whole);
    }

    assertThat(failures)
        .as("seed %s", seed)
        .hasSizeGreaterThan(TRIALS / 2)
        .allSatisfy(
            failure -> assertThat(failure.failureCause().verdict()).isEqualTo(Verdict.LASTING));
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void removeChecksums() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(".crc")) {
        Files.delete(file);
      }
    }
  }
}
