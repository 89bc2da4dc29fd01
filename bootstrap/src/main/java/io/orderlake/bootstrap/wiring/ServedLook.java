package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.postgres.PostgresGoldSink;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.serve.Served;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks what is served, over a connection of its own: nobody waits for a publication, nor for a
 * database that hangs.
 *
 * @param asked what is served; none where Gold is served nowhere
 */
public record ServedLook(Option<Supplier<Option<Served>>> asked) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  static ServedLook of(LakehouseConfig config, Resources resources) {
    return new ServedLook(
        ServedPlace.of(config)
            .address()
            .map(
                address -> {
                  PostgresGoldSink sink =
                      resources.opened(new PostgresGoldSink(address, Duration.ZERO));
                  Hurried hurried = resources.opened(new Hurried("PostgreSQL", PATIENCE));
                  return () -> hurried.ask(sink::served);
                }));
  }
}
