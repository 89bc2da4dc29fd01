package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.FileStatus;
import io.orderlake.application.contract.FailureVerdictContract;
import io.orderlake.domain.failure.FailureCause;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.parquet.io.ParquetDecodingException;
import org.junit.jupiter.api.Test;

class KernelFailuresTest extends FailureVerdictContract {
  private static final FileStatus FILE = FileStatus.of("part-1.parquet", 1, 1);

  /** A step of Kernel's, and a file that it opens, meet it; both tell the same. */
  @Override
  protected Throwable metBy(Throwable fault) {
    Throwable ofStep =
        catchThrowable(() -> Failures.attempt("reading x", () -> KernelFailuresTest.fail(fault)));
    Throwable ofFile = catchThrowable(() -> reader(fault).hasNext());
    assertThat(FailureCause.of(ofFile)).isEqualTo(FailureCause.of(ofStep));
    return ofFile;
  }

  @Test
  void what_libraries_say_of_damage_is_damage() {
    assertThat(FailureCause.of(metBy(new ChecksumException("x", 3))))
        .isEqualTo(FailureCause.DAMAGED);
    assertThat(FailureCause.of(metBy(new ParquetDecodingException("page 3"))))
        .isEqualTo(FailureCause.DAMAGED);
    assertThat(FailureCause.of(metBy(new RuntimeException("x is not a Parquet file"))))
        .isEqualTo(FailureCause.DAMAGED);
  }

  private static NamingReader reader(Throwable fault) {
    return new NamingReader(
        Utils.singletonCloseableIterator(FILE), true, file -> KernelFailuresTest.fail(fault));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T fail(Throwable fault) throws E {
    throw (E) fault;
  }
}
