package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final String UPLOT = "/io/orderlake/adapters/console/static/uplot/";

  @Test
  void what_was_taken_from_elsewhere_is_what_was_taken() throws IOException {
    List<String> lines = new String(read("uplot.sha256"), UTF_8).lines().toList();

    assertThat(lines)
        .hasSize(3)
        .allSatisfy(
            line -> {
              String[] parts = line.split(" +", -1);
              assertThat(HexFormat.of().formatHex(Sha256.of(read(parts[1]))))
                  .as(parts[1])
                  .isEqualTo(parts[0]);
            });
  }

  @Test
  void its_licence_goes_with_it() throws IOException {
    assertThat(new String(read("LICENSE"), UTF_8)).startsWith("The MIT License");
    assertThat(new String(read("uPlot.iife.min.js"), UTF_8))
        .startsWith("/*! https://github.com/leeoniya/uPlot (v1.6.32) */");
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = AssetsTest.class.getResourceAsStream(UPLOT + name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
