package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link KeptSchemas} promises. */
public interface KeptSchemasContract {
  SchemaAnswer.Unknown NONE = new SchemaAnswer.Unknown("nobody has");

  /** A lake's, which keeps nothing yet. */
  KeptSchemas newSchemas() throws Exception;

  /** The same lake's as another process sees it. */
  KeptSchemas copy(KeptSchemas schemas) throws Exception;

  private static RegisteredSchema schema(String text) {
    return new RegisteredSchema(
        "AVRO", text, List.of(new RegisteredSchema.Reference("a.B", "\"ü\"\n")));
  }

  private static SchemaAnswer known(String text) {
    return new SchemaAnswer.Known(schema(text));
  }

  @Test
  default void what_nobody_asked_for_is_not_there() throws Exception {
    KeptSchemas schemas = newSchemas();

    assertThat(schemas.find(7)).isEmpty();
    assertThat(schemas.unknown()).isEmpty();
    assertThat(schemas.place(7)).contains("7");
  }

  @Test
  default void the_first_answer_stays() throws Exception {
    KeptSchemas schemas = newSchemas();

    KeptAnswer first = KeptAnswer.first(known("{\"a\":1}"));
    assertThat(schemas.keep(7, first.answer())).isEqualTo(first);
    assertThat(schemas.keep(7, known("another"))).isEqualTo(first);
    assertThat(schemas.keep(7, NONE)).isEqualTo(first);
    schemas.keepLater(7, schema("later"));
    assertThat(copy(schemas).find(7)).containsExactly(first);
    assertThat(schemas.find(8)).isEmpty();
  }

  @Test
  default void what_was_unknown_may_be_known_later_once() throws Exception {
    KeptSchemas schemas = newSchemas();
    schemas.keep(12, known("\"string\""));
    schemas.keep(110, NONE);
    schemas.keep(9, NONE);
    assertThat(copy(schemas).unknown()).containsExactly(9, 110);
    assertThat(schemas.find(9)).containsExactly(KeptAnswer.first(NONE));

    schemas.keepLater(9, schema("later"));
    schemas.keepLater(9, schema("later still"));
    schemas.keepLater(10, schema("nobody asked"));

    KeptAnswer found = copy(schemas).find(9).get();
    assertThat(found.answer()).isEqualTo(known("later"));
    assertThat(found.before()).isEqualTo(NONE);
    assertThat(schemas.keep(9, NONE)).isEqualTo(found);
    assertThat(schemas.unknown()).containsExactly(110);
    assertThat(schemas.find(10)).isEmpty();
  }

  @Test
  default void of_several_at_once_all_go_by_one_answer() throws Exception {
    KeptSchemas schemas = newSchemas();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<KeptAnswer>> keeping = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        SchemaAnswer mine = i % 2 == 0 ? known("text " + i) : NONE;
        keeping.add(() -> schemas.keep(3, mine));
      }
      Set<KeptAnswer> kept = new HashSet<>();
      for (Future<KeptAnswer> answer : threads.invokeAll(keeping)) {
        kept.add(answer.get());
      }
      assertThat(kept).hasSize(1);
      assertThat(copy(schemas).find(3)).containsExactlyElementsOf(kept);
    } finally {
      threads.shutdownNow();
    }
  }
}
