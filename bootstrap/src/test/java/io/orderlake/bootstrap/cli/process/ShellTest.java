package io.orderlake.bootstrap.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShellTest {
  private final Shell shell =
      new Shell(
          Screen.ofProcess(),
          InputStream.nullInputStream(),
          Path.of("/project"),
          Path.of("/home"),
          HashMap.of("ORDERLAKE_CONFIG", "", "ORDERLAKE_DATA", "d", "HOME", ""));

  @Test
  void a_variable_that_is_empty_is_not_set() {
    assertThat(shell.environment().toJavaMap()).containsOnlyKeys("ORDERLAKE_DATA");
  }

  @Test
  void the_home_directory_is_found_where_the_shell_left_its_sign() {
    String home = System.getProperty("user.home");
    assertThat(shell.resolve(Path.of("~/lake"))).isEqualTo(Path.of(home, "lake"));
    assertThat(shell.resolve(Path.of("~"))).isEqualTo(Path.of(home));
    assertThat(shell.resolve(Path.of("a/~"))).isEqualTo(Path.of("/home/a/~"));
    assertThat(shell.resolve(Path.of("~x"))).isEqualTo(Path.of("/home/~x"));
  }
}
