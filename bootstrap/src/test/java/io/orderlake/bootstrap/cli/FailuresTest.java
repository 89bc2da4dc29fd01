package io.orderlake.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.ProvisionException;
import io.orderlake.application.contract.Faults;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.lake.LakeFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  @TempDir private Path faulty;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  static Stream<Arguments> machines() {
    return Stream.of(
        Arguments.of(
            new IllegalArgumentException(
                "System memory 301465600 must be at least 471859200.\nPlease increase heap size"),
            "ORDERLAKE_HEAP",
            ExitCode.CONFIG),
        Arguments.of(new OutOfMemoryError("Java heap space"), "ORDERLAKE_HEAP", unavailable()),
        Arguments.of(
            new OutOfMemoryError("unable to create native thread"), "ulimit -u", unavailable()),
        Arguments.of(new UnknownHostException("no-such-host"), "/etc/hosts", unavailable()),
        Arguments.of(
            new FileSystemException("x", null, "Too many open files"), "ulimit -n", unavailable()),
        Arguments.of(
            new UnsatisfiedLinkError("libzstd.so: failed to map segment"),
            "ORDERLAKE_TMP",
            unavailable()),
        Arguments.of(new NoClassDefFoundError("x/Y"), "target/program", unavailable()));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void what_a_machine_lacks_is_one_sentence_that_names_the_cure(
      Throwable cause, String cure, ExitCode exit) {
    assertThat(tell(new IllegalStateException("wrapped", new IOException(cause)))).isEqualTo(exit);
    assertThat(text()).contains(cure);
    assertThat(text().lines()).hasSize(1);
  }

  @Test
  void pages_of_libraries_stay_off_the_screen() {
    ProvisionException page =
        failing(() -> new IllegalStateException("the table is upside down\nand more\nand more"));
    assertThat(page.getMessage().lines().count()).isGreaterThan(2);
    assertThat(tell(page)).isEqualTo(ExitCode.INTERNAL);
    assertThat(text().strip())
        .isEqualTo("orderlake: IllegalStateException: the table is upside down");
  }

  @Test
  void what_failed_while_a_class_was_loaded_is_told_by_its_cause() {
    Error broken = new ExceptionInInitializerError(new UnknownHostException("tower"));
    Error again = new NoClassDefFoundError("Could not initialize class X");
    again.initCause(broken);
    assertThat(tell(again)).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(text()).contains("tower", "/etc/hosts");
  }

  @Test
  void a_failure_of_ours_speaks_for_itself_and_keeps_its_code() {
    assertThat(tell(failing(() -> new Unavailable("start it")))).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(tell(LakeFailure.lasting("damaged"))).isEqualTo(ExitCode.STORE);
    assertThat(tell(LakeFailure.of("busy", new IOException("Too many open files"))))
        .isEqualTo(ExitCode.AGAIN);
    assertThat(text()).contains("start it", "damaged", "busy; ", "ulimit -n");
  }

  @Test
  void what_nobody_has_translated_has_the_exit_code_of_its_verdict() {
    assertThat(tell(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo(ExitCode.AGAIN);
    assertThat(tell(new UncheckedIOException(new AccessDeniedException("/lake"))))
        .isEqualTo(ExitCode.STORE);
    assertThat(tell(new IllegalStateException("x"))).isEqualTo(ExitCode.INTERNAL);
    assertThat(text()).contains("make room", "/lake");
  }

  @Test
  void each_fault_that_the_lake_met_has_the_exit_code_of_its_verdict() throws IOException {
    assertThat(Faults.in(faulty))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            fault ->
                assertThat(tell(failing(() -> LakeFailure.of("reading x", fault.thrown()))))
                    .isEqualTo(ExitCode.of(fault.cause().verdict())));
  }

  private static ExitCode unavailable() {
    return ExitCode.UNAVAILABLE;
  }

  private interface Failing {
    RuntimeException failure();
  }

  private static ProvisionException failing(Failing failing) {
    try {
      Guice.createInjector(
              new AbstractModule() {
                @Provides
                Thread provide() {
                  throw failing.failure();
                }
              })
          .getInstance(Thread.class);
      throw new AssertionError("it did not fail");
    } catch (ProvisionException e) {
      return e;
    }
  }

  private ExitCode tell(Throwable failure) {
    PrintStream stream = new PrintStream(said, true, UTF_8);
    return new Failures(new Screen(stream, stream, false, false)).tell(failure);
  }

  private String text() {
    return said.toString(UTF_8).replaceAll("(?m)^The log is in .*\\R?", "");
  }
}
