package io.orderlake.application.twin;

import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** In memory; copies that travel are of their own from then on. */
public final class InMemoryKeptSchemas implements KeptSchemas {
  private static final long serialVersionUID = 1;

  private final ConcurrentSkipListMap<Integer, KeptAnswer> answers = new ConcurrentSkipListMap<>();

  @Override
  public Option<KeptAnswer> find(int id) {
    return Option.of(answers.get(id));
  }

  @Override
  public KeptAnswer keep(int id, SchemaAnswer answer) {
    return answers.computeIfAbsent(id, absent -> KeptAnswer.first(answer));
  }

  @Override
  public List<Integer> unknown() {
    return answers.entrySet().stream()
        .filter(kept -> kept.getValue().answer() instanceof SchemaAnswer.Unknown)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  @Override
  public void keepLater(int id, RegisteredSchema schema) {
    answers.computeIfPresent(id, (same, kept) -> kept.then(schema));
  }

  @Override
  public String place(int id) {
    return "schema " + id + " in memory";
  }
}
