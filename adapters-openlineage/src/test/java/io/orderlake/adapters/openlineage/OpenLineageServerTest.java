package io.orderlake.adapters.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import io.orderlake.application.contract.LineageLogContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLineageServerTest extends LineageLogContract {
  private static final Path LAKE = Path.of("/lake");
  private static final Courier.Patience HASTY =
      new Courier.Patience(3, Duration.ofMillis(50), Duration.ofMinutes(20));

  private Keeper keeper;
  private OpenLineageLog log;

  @BeforeEach
  void open() throws IOException {
    keeper = new Keeper();
    log = log(Courier.Patience.USUAL, Duration.ofMinutes(20));
  }

  @AfterEach
  void close() {
    log.close();
    keeper.close();
  }

  /** One that does not wait long for an answer, and tries again soon. */
  private OpenLineageLog impatient() {
    return log(HASTY, Duration.ofMillis(300));
  }

  private OpenLineageLog log(Courier.Patience patience, Duration answer) {
    return OpenLineageLog.to(
        Transports.http(keeper.url(), "s3cret", answer),
        new LakeName("orders", LAKE.toString()),
        table -> Vector.empty(),
        patience);
  }

  @Override
  protected LineageLog log() {
    return log;
  }

  @Override
  protected List<Told> told(int events) {
    return received(events).stream().map(event -> Lines.told(event, LAKE)).toList();
  }

  private List<RunEvent> received(int events) {
    return Lines.await(events, keeper::received).stream()
        .map(OpenLineageClientUtils::runEventFromJson)
        .toList();
  }

  /** The runs that the server has heard of, in the order in which it first did. */
  private List<String> runs() {
    return keeper.received().stream()
        .map(OpenLineageClientUtils::runEventFromJson)
        .map(event -> event.getRun().getRunId().toString())
        .distinct()
        .toList();
  }

  @Test
  void the_key_is_sent_as_a_bearer_token() {
    log.ended(Runs.succeeded("a"));

    assertThat(received(1)).hasSize(1);
    assertThat(keeper.authorizations()).containsExactly("Bearer s3cret");
  }

  @Test
  void while_the_server_hangs_runs_go_on_and_what_waited_is_told_when_it_answers_again() {
    keeper.hang();
    try (OpenLineageLog impatient = impatient()) {
      impatient.ended(Runs.succeeded("a"));
      impatient.ended(Runs.succeeded("b"));
      Lines.await(1, keeper::received);
      assertThat(runs()).as("the second waits for the first").hasSize(1);
      keeper.recover();

      assertThat(Lines.await(2, this::runs)).hasSize(2);
    }
    assertThat(received(3)).as("the first was told again").hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void a_server_that_is_away_costs_the_events_beyond_those_that_may_wait() {
    keeper.hang();
    try (OpenLineageLog impatient = impatient()) {
      impatient.ended(Runs.succeeded("first"));
      Lines.await(1, keeper::received);
      for (int i = 0; i < 20; i++) {
        impatient.ended(Runs.succeeded("run-" + i));
      }
      keeper.recover();
      Lines.await(4, this::runs);
    }

    assertThat(runs()).hasSize(4);
  }

  @Test
  void a_log_closes_while_the_server_hangs() {
    keeper.hang();
    OpenLineageLog impatient = impatient();
    impatient.ended(Runs.succeeded("a"));
    impatient.ended(Runs.succeeded("b"));
    impatient.close();
    impatient.ended(Runs.succeeded("c"));

    assertThat(runs()).hasSizeLessThan(2);
  }

  @Test
  void what_the_server_refuses_is_not_told_again_and_holds_nothing_up() {
    keeper.answerWith(422);
    log.ended(Runs.succeeded("refused"));
    Lines.await(1, keeper::received);
    keeper.answerWith(201);
    log.ended(Runs.succeeded("next"));

    assertThat(told(2)).hasSize(2).extracting(Told::run).doesNotHaveDuplicates();
  }

  @Test
  void what_the_server_could_not_take_is_told_again() {
    keeper.answerWith(503);
    try (OpenLineageLog impatient = impatient()) {
      impatient.ended(Runs.succeeded("a"));
      Lines.await(2, keeper::received);
      keeper.answerWith(201);
    }

    assertThat(told(2)).extracting(Told::run).containsOnly(told(2).get(0).run());
  }

  @Test
  void a_server_that_is_not_there_stands_in_nobody_s_way() {
    keeper.close();

    assertThatCode(
            () -> {
              log.started(running("a"));
              log.ended(Runs.succeeded("a"));
              log.close();
            })
        .doesNotThrowAnyException();
  }

  private static RunState.Running running(String id) {
    return new RunState.Running(Runs.request(id), 1, 3, Runs.NOON);
  }
}
