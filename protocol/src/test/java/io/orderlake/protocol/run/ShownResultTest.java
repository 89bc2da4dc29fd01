package io.orderlake.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.json.StrictJson;
import org.junit.jupiter.api.Test;

/** Pins what programs read from the command line. */
class ShownResultTest {
  private static final String TIMES =
      "\"started_at\":\"2026-11-22T12:00:00.123456Z\",\"finished_at\":\"2026-11-22T12:00:05.123456Z\",";

  @Test
  void a_success_shows_its_counts_its_tables_and_last_what_it_read_and_wrote() {
    assertThat(shown(Runs.succeeded("a", Runs.lineage())))
        .startsWith(
            "{\"run_id\":\"a\",\"job\":\"silver\",\"state\":\"succeeded\",\"attempt\":2,"
                + TIMES
                + "\"counts\":{\"read\":10,\"refined\":7,\"quarantined\":2,\"duplicates\":1,")
        .contains(
            "\"tables\":{\"silver/orders\":{\"version\":4,\"position\":9}},\"lake_version\":12,\"lineage\":{\"inputs\":")
        .endsWith("\"rule_sets\":[\"1-9f86d081\"]},\"failure\":null}");
  }

  @Test
  void a_failure_shows_neither_counts_nor_tables() {
    assertThat(shown(Runs.failed("a")))
        .isEqualTo(
            "{\"run_id\":\"a\",\"job\":\"silver\",\"state\":\"failed\",\"attempt\":2,"
                + TIMES
                + "\"failure\":{\"category\":\"infrastructure\",\"message\":\"disk full\\n"
                + "free some\",\"retryable\":true}}");
  }

  @Test
  void a_rejected_request_that_named_no_job_shows_an_empty_one() {
    assertThat(shown(Runs.rejected("a"))).contains("\"job\":\"\",\"state\":\"rejected\"");
  }

  private static String shown(RunResult result) {
    return StrictJson.line(ResultJson.shown(result));
  }
}
