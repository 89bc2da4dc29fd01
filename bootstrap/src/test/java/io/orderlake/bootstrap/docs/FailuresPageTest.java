package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.vavr.Tuple;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page on failures, row by row as the program has them: a cause, a verdict or a category that
 * is added or changed without its row is found out, and the failure shows the row to put there.
 */
class FailuresPageTest {
  private static final String PAGE = read("docs/failures.md");

  @Test
  void every_cause_has_its_row_and_no_other_has_one() {
    assertThat(rowsAfter("## Causes"))
        .containsExactlyElementsOf(List.of(FailureCause.values()).map(FailuresPageTest::row));
  }

  @Test
  void every_category_has_its_row_and_no_other_has_one() {
    assertThat(rowsAfter("## Runs"))
        .containsExactlyElementsOf(List.of(Category.values()).map(FailuresPageTest::row));
  }

  @Test
  void the_protocol_says_the_same_of_the_categories() {
    String protocol = read("docs/protocol.md");
    for (Category category : Category.values()) {
      assertThat(protocol)
          .contains(
              "| `%s` | %s | %s |"
                  .formatted(word(category), category.retryable(), category.exitCode()));
    }
  }

  @Test
  void a_command_that_a_failure_ends_has_the_exit_code_of_a_run() {
    assertThat(ExitCode.of(Verdict.PASSING)).isEqualTo(ExitCode.AGAIN);
    assertThat(ExitCode.of(Verdict.LASTING)).isEqualTo(ExitCode.STORE);
    assertThat(ExitCode.of(Verdict.DEFECT)).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void airflow_takes_the_same_categories_for_worth_a_try() {
    Map<String, Boolean> taken =
        Pattern.compile("(?m)^    \"([a-z]+)\": (True|False),$")
            .matcher(read("airflow/src/orderlake_airflow/protocol/result.py"))
            .results()
            .collect(Collectors.toMap(r -> r.group(1), r -> r.group(2).equals("True")));
    assertThat(taken)
        .isEqualTo(
            List.of(Category.values()).toJavaMap(each -> Tuple.of(word(each), each.retryable())));
    assertThat(read("airflow/src/orderlake_airflow/operators.py"))
        .contains("return AirflowException if retryable else AirflowFailException");
  }

  private static String row(FailureCause cause) {
    Category category = Category.of(cause.verdict());
    return row(
        "`" + cause + "`",
        cause.happened(),
        cause.verdict().name().toLowerCase(Locale.ROOT),
        String.valueOf(category.exitCode()),
        ofOrderlake(cause),
        ofAirflow(category),
        cause.whatToDo());
  }

  private static String row(Category category) {
    return row(
        "`" + word(category) + "`",
        verdicts(category),
        String.valueOf(category.retryable()),
        String.valueOf(category.exitCode()),
        ofAirflow(category),
        new RunFailure(category, "").nextStep());
  }

  private static String verdicts(Category category) {
    return List.of(Verdict.values())
        .filter(verdict -> Category.of(verdict) == category)
        .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
        .headOption()
        .getOrElse("–");
  }

  private static String ofOrderlake(FailureCause cause) {
    if (cause.isPassing()) {
      return "tries again, ever more slowly";
    }
    return cause.isWaitedFor()
        ? "ends the run; a runner itself waits"
        : "ends the run, or the runner itself";
  }

  private static String ofAirflow(Category category) {
    return category.retryable() ? "tries again" : "fails at once";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String word(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }

  /** Those of the first table there, without its head. */
  private static List<String> rowsAfter(String title) {
    return List.ofAll(PAGE.substring(PAGE.indexOf(title)).lines().toList())
        .dropUntil(line -> line.startsWith("|---"))
        .tail()
        .takeWhile(line -> line.startsWith("|"));
  }

  private static String read(String page) {
    try {
      return Files.readString(CommandLineStage.HOME.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
