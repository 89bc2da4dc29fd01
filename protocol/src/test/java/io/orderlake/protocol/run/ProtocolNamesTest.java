package io.orderlake.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the contract lists by name is what the program has, no more and no less. */
class ProtocolNamesTest {
  private static final Path CONTRACT = Path.of("..", "contracts", "trigger-protocol");

  @Test
  void the_contract_lists_every_job_with_what_it_does() throws IOException {
    Map<String, String> jobs = new LinkedHashMap<>();
    for (JobName job : JobName.values()) {
      jobs.put(job.word(), job.task());
    }
    Map<String, String> listed = new LinkedHashMap<>();
    json("jobs.json")
        .fields()
        .forEachRemaining(job -> listed.put(job.getKey(), job.getValue().textValue()));

    assertThat(listed).containsExactlyEntriesOf(jobs);
  }

  @Test
  void a_run_ends_in_the_states_that_the_contract_lists() throws IOException {
    assertThat(texts(json("result.schema.json").at("/properties/state/enum")))
        .containsExactly(
            StateNames.of(Runs.succeeded("a").ending()),
            StateNames.of(Runs.failed("a").ending()),
            StateNames.of(Runs.rejected("a").ending()));
  }

  @Test
  void a_failure_is_of_a_category_that_the_contract_lists() throws IOException {
    JsonNode listed = json("result.schema.json").findValue("category").get("enum");

    assertThat(texts(listed))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Category.values()).map(FailureJson::name).toList());
  }

  @Test
  void a_run_that_is_not_over_has_a_state_too() {
    assertThat(
            List.of(
                StateNames.of(RunState.absent(Runs.request("a").runId())),
                StateNames.of(new RunState.Requested(Runs.request("a"), 0)),
                StateNames.of(new RunState.Claimed(Runs.request("a"), 0, 1)),
                StateNames.of(new RunState.Running(Runs.request("a"), 1, 1, Runs.NOON))))
        .containsExactly("unknown", "requested", "claimed", "running");
  }

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(CONTRACT.resolve(file)));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
