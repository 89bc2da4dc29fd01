package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A checkout is the same on a machine where Git is told to write Windows' line ends. */
class LineEndsTest {
  @Test
  void git_changes_no_file_s_line_ends() throws Exception {
    assumeTrue(Files.exists(CommandLineStage.HOME.resolve(".git")), "this is no checkout");
    List<String> files = git("ls-files", "--eol");
    assertThat(files).hasSizeGreaterThan(100);
    assertThat(files)
        .allMatch(file -> file.contains("attr/text=auto eol=lf") || file.contains("attr/-text"));
    assertThat(files.stream().filter(file -> file.endsWith("\torderlake")))
        .singleElement()
        .asString()
        .startsWith("i/lf");
  }

  private static List<String> git(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-c", "safe.directory=*"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command)
            .directory(CommandLineStage.HOME.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
