package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShellWordTest {
  @Test
  void a_shell_reads_the_very_text() throws Exception {
    for (String text :
        new String[] {
          "/a/b-c.d", "my lake", "it's", "$HOME", "~", "a;b&c|d", "\"x\"", "a*[?]", ""
        }) {
      Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(text)).start();
      String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(shell.waitFor()).isZero();
      assertThat(read).isEqualTo(text);
    }
    assertThat(ShellWord.of("/a/b-c.d")).isEqualTo("/a/b-c.d");
  }
}
