package io.orderlake.bootstrap.cli.produce;

import io.orderlake.answers.text.Json;
import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.feed.Examination;
import io.orderlake.application.feed.ExamineFeed;
import io.orderlake.application.feed.FeedFailure;
import io.orderlake.application.feed.FeedReport;
import io.orderlake.application.feed.KnownEvents;
import io.orderlake.application.feed.PublishFeed;
import io.orderlake.application.feed.PublishedEvents;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.KafkaOption;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.AttentiveLog;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a real feed: looks at it first, and at what is published already.
 *
 * @param kafka the topic to publish to
 * @param json the outcome is told as one JSON object
 * @param ackLog where acknowledgements are written down; null for nowhere
 */
record PublishRole(Shell shell, KafkaOption kafka, boolean json, @Nullable Path ackLog) {
  ExitStatus run(
      LakehouseConfig config,
      FeedOptions options,
      FeedOptions.Feed feed,
      Consumer<DeliveryCounts> progress)
      throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      Either<FeedFailure, Examination> looked =
          lake.get(ExamineFeed.class).look(feed.source(), feed.settings(), options.isCheck());
      if (looked.isLeft()) {
        return failed(looked.getLeft());
      }
      Examination seen = looked.get();
      seen.notes().forEach(note -> shell.screen().note("note: " + note));
      if (options.isCheck()) {
        return checked(seen);
      }
      if (seen.isRefused() && !options.isForced()) {
        return refused(seen);
      }
      if (seen.failing() > 0) {
        FeedText.lines(seen).forEach(shell.screen()::note);
      }
      return publish(lake, options, feed, seen, progress);
    }
  }

  private ExitStatus publish(
      Lakehouse lake,
      FeedOptions options,
      FeedOptions.Feed feed,
      Examination seen,
      Consumer<DeliveryCounts> progress)
      throws Exception {
    try (AckLog acks = AckLog.open(ackLog)) {
      kafka.require(lake, shell.screen()::note);
      lake.get(AttentiveLog.class).tell(shell.screen()::note);
      OrderEventDecoder decoder = lake.get(OrderEventDecoder.class);
      KnownEvents known =
          options.isForced() ? KnownEvents.NONE : lake.get(PublishedEvents.class).known();
      PublishFeed publish =
          new PublishFeed(
              new AckLogged(lake.get(OrderEventLog.class), acks, decoder),
              decoder,
              known,
              progress);
      return publish.publish(feed.source(), seen).fold(this::failed, this::published);
    }
  }

  private ExitStatus checked(Examination seen) {
    if (json) {
      shell.screen().say(Json.text(FeedText.json(seen)));
    } else {
      FeedText.lines(seen).forEach(shell.screen()::say);
    }
    if (!seen.isRefused()) {
      return ExitStatus.OK;
    }
    shell.screen().complain(FeedText.refusal(seen));
    return ExitStatus.of(ExitCode.DATA);
  }

  private ExitStatus refused(Examination seen) {
    shell.screen().complain(FeedText.refusal(seen));
    FeedText.lines(seen).forEach(shell.screen()::note);
    return ExitStatus.of(ExitCode.DATA);
  }

  private ExitStatus failed(FeedFailure failure) {
    shell.screen().complain(failure.sentence());
    if (failure instanceof FeedFailure.WrongMapping wrong && wrong.ofCommand()) {
      return ExitStatus.of(ExitCode.USAGE);
    }
    return ExitStatus.of(
        failure instanceof FeedFailure.NotDelivered undelivered && !undelivered.isOfRecords()
            ? ExitCode.UNAVAILABLE
            : ExitCode.DATA);
  }

  private ExitStatus published(FeedReport report) {
    if (json) {
      shell.screen().say(Json.text(FeedText.json(report)));
    } else {
      shell.screen().say(FeedText.sentence(report));
    }
    return ExitStatus.OK;
  }
}
