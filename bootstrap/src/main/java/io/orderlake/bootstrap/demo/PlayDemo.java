package io.orderlake.bootstrap.demo;

import io.orderlake.adapters.filesystem.lake.FileLakeRegister;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.up.LakeLock;
import io.orderlake.domain.lake.KeptProperties;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** The demo from beginning to end. */
public final class PlayDemo {
  private final Screen screen;
  private final Path brokerBuild;
  private final BooleanSupplier stopRequested;

  /**
   * A demo that is not playing yet.
   *
   * @param brokerBuild the build output of the broker's module
   * @param stopRequested asked often; true ends the demo early, in good order
   */
  public PlayDemo(Screen screen, Path brokerBuild, BooleanSupplier stopRequested) {
    this.screen = screen;
    this.brokerBuild = brokerBuild;
    this.stopRequested = stopRequested;
  }

  /**
   * Plays.
   *
   * @param config of the demo's own lake
   * @param events how many orders to send
   * @param seed of the orders
   * @param defects share of orders that break a rule
   * @return true when the lake held exactly what was sent; or why it was not played
   */
  public Either<String, Boolean> play(
      LakehouseConfig config, long events, long seed, double defects) throws Exception {
    Option<String> objection = DemoLake.objection(config.data());
    return objection.isDefined()
        ? Either.left(objection.get())
        : playLocked(config, new Demo.Plan(events, seed, defects));
  }

  private Either<String, Boolean> playLocked(LakehouseConfig config, Demo.Plan plan)
      throws Exception {
    try (LakeLock lock = LakeLock.take(config.data())) {
      Either<String, Boolean> prepared = DemoLake.prepare(config.data());
      if (prepared.isLeft()) {
        return prepared;
      }
      KeptProperties unused =
          new FileLakeRegister(config.data()).enter(config.wishes().properties());
      Story story = new Story(screen, Clock.systemUTC());
      story.line(Line.bold("Orderlake: from an order event to revenue that can be proven"));
      story.line(
          "The lake of this demo is "
              + config.data()
              + (prepared.get() ? "; the one of an earlier demo was removed." : "."));
      Demo demo = new Demo(config, story, stopRequested);
      boolean proven = demo.play(plan, brokerBuild);
      story.line("");
      story.line(
          proven
              ? Line.green("Every figure is the one that was sent. ").plus(story.elapsed())
              : Line.red("The lake does not hold what was sent; see the lines marked ✗."));
      return Either.right(proven);
    }
  }
}
