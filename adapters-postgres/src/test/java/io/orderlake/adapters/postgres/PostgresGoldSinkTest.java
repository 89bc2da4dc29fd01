package io.orderlake.adapters.postgres;

import io.orderlake.application.contract.GoldSinkContract;
import io.orderlake.domain.serve.GoldSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresGoldSinkTest extends GoldSinkContract {
  private final PostgresAddress database = Databases.empty();
  private final List<PostgresGoldSink> opened = new ArrayList<>();

  @Override
  protected GoldSink sink() {
    PostgresGoldSink sink = new PostgresGoldSink(database, Duration.ofHours(1));
    opened.add(sink);
    return sink;
  }

  @AfterEach
  void leave() {
    opened.forEach(PostgresGoldSink::close);
  }
}
