package io.orderlake.bootstrap.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions in SQL to a lake before anything was published. */
class SqlCommandTest {
  @TempDir Path folder;
  private CommandLineStage stage;

  @BeforeEach
  void a_lake() {
    stage = new CommandLineStage(folder);
    assertThat(stage.run("init", "--data", "lake").code()).isZero();
  }

  private Outcome ask(String question, String... options) {
    return stage.run(
        io.vavr.collection.List.of("sql", question, "--data", "lake")
            .appendAll(io.vavr.collection.List.of(options))
            .toJavaArray(String[]::new));
  }

  @Test
  void lists_and_structs_are_json_in_every_form() throws Exception {
    String question =
        "select [{'code': 'late', 'share': 0.50::decimal(3,2)}, null] as reasons, {'a': [1]} as s";

    Outcome json = ask(question, "--json");
    assertThat(json.code()).as(json.err()).isZero();
    assertThat(json.json().get("rows").get(0).toString())
        .isEqualTo("{\"reasons\":[{\"code\":\"late\",\"share\":\"0.50\"},null],\"s\":{\"a\":[1]}}");
    assertThat(ask(question, "--csv").out().lines())
        .containsExactly(
            "reasons,s",
            "\"[{\"\"code\"\":\"\"late\"\",\"\"share\"\":\"\"0.50\"\"},null]\",\"{\"\"a\"\":[1]}\"");
    assertThat(ask(question).out())
        .contains("[{\"code\":\"late\",\"share\":\"0.50\"},null]  {\"a\":[1]}");
  }

  @Test
  void columns_that_share_a_name_are_refused_where_one_would_be_lost() {
    String question = "select 'a' as x, 'b' as x";

    Outcome json = ask(question, "--json");
    assertThat(json.code()).isEqualTo(64);
    assertThat(json.out()).isEmpty();
    assertThat(json.err()).contains("several columns", "'x'", "name them apart with AS");
    assertThat(ask(question, "--csv").out().lines()).containsExactly("x,x", "a,b");
    assertThat(ask(question).out()).contains("a  b");
    Outcome parquet = ask(question, "--parquet", "both.parquet");
    assertThat(parquet.code()).as(parquet.err()).isZero();
  }

  @Test
  void of_an_unknown_table_is_said_that_there_is_none_yet() {
    Outcome outcome = ask("from orders");
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("orders does not exist! There are no tables yet.");
  }
}
