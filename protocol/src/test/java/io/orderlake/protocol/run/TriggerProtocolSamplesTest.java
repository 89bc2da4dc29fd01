package io.orderlake.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.CheckedFunction1;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Schema, samples and code agree about what the protocol is. */
class TriggerProtocolSamplesTest {
  private static final Path CONTRACT = Path.of("..", "contracts", "trigger-protocol");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> valid_requests_are_read_and_written_back() {
    return valid("request", bytes -> RequestJson.write(RequestJson.read(bytes)));
  }

  @TestFactory
  Stream<DynamicTest> valid_results_are_read_and_written_back_as_they_were() {
    return valid(
        "result",
        bytes -> {
          byte[] written = ResultJson.write(ResultJson.read(bytes));
          assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(bytes));
          return written;
        });
  }

  @TestFactory
  Stream<DynamicTest> valid_decisions_are_read_and_written_back_as_they_were() {
    return valid(
        "decision",
        bytes -> {
          byte[] written = DecisionJson.write(DecisionJson.read(bytes));
          assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(bytes));
          return written;
        });
  }

  @TestFactory
  Stream<DynamicTest> invalid_decisions_are_refused_for_the_reason_expected() {
    return invalid("decision", DecisionJson::read);
  }

  @TestFactory
  Stream<DynamicTest> invalid_requests_are_refused_for_the_reason_expected() {
    return invalid("request", RequestJson::read);
  }

  @TestFactory
  Stream<DynamicTest> invalid_results_are_refused_for_the_reason_expected() {
    return invalid("result", ResultJson::read);
  }

  @Test
  void whatever_this_program_writes_fits_the_schema() throws IOException {
    assertThat(errors("request", RequestJson.write(Runs.request("a")))).isEmpty();
    assertThat(errors("decision", DecisionJson.write(new Decision.Withdrawn()))).isEmpty();
    assertThat(errors("decision", DecisionJson.write(new Decision.Claimed(3, Runs.request("a")))))
        .isEmpty();
    for (RunResult result : List.of(Runs.succeeded("a"), Runs.failed("b"), Runs.rejected("c"))) {
      assertThat(errors("result", ResultJson.write(result))).isEmpty();
    }
  }

  private static Stream<DynamicTest> valid(
      String kind, CheckedFunction1<byte[], byte[]> readAndWrite) {
    return files(kind, "valid")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      byte[] bytes = Files.readAllBytes(file);
                      assertThat(errors(kind, bytes)).isEmpty();
                      assertThat(errors(kind, readAndWrite.unchecked().apply(bytes))).isEmpty();
                    }));
  }

  private static Stream<DynamicTest> invalid(String kind, CheckedFunction1<byte[], ?> read) {
    JsonNode index = index(kind);
    assertThat(files(kind, "invalid").map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(index::fieldNames);
    return files(kind, "invalid")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      byte[] bytes = Files.readAllBytes(file);
                      JsonNode expected = index.get(file.getFileName().toString());
                      Try<?> outcome = Try.of(() -> read.apply(bytes));
                      assertThat(outcome.getCause())
                          .isInstanceOf(MalformedJson.class)
                          .hasMessageContaining(expected.get("reason").textValue());
                      if (expected.get("schema").booleanValue()) {
                        assertThat(errors(kind, bytes)).isNotEmpty();
                      }
                    }));
  }

  private static List<String> errors(String kind, byte[] bytes) {
    try {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Files.readString(CONTRACT.resolve(kind + ".schema.json")));
      List<String> errors = new ArrayList<>();
      schema.validate(JSON.readTree(bytes)).forEach(error -> errors.add(error.toString()));
      return errors;
    } catch (JsonProcessingException e) {
      return List.of(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode index(String kind) {
    try {
      return JSON.readTree(
          Files.readString(
              CONTRACT.resolve("samples/" + kind + "/invalid/index.json"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String kind, String validity) {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("samples/" + kind + "/" + validity))) {
      return files.filter(file -> !file.endsWith("index.json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
