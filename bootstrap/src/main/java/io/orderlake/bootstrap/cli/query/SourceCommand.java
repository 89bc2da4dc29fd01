package io.orderlake.bootstrap.cli.query;

import io.orderlake.adapters.filesystem.feed.StreamFeedSource;
import io.orderlake.answers.text.Json;
import io.orderlake.application.source.CheckSource;
import io.orderlake.application.source.NewestRecords;
import io.orderlake.application.source.SourceCheck;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.SourceTopic;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows the sources that are configured, and what one makes of its records. */
@Command(
    name = "source",
    description = {
      "Shows the sources that are configured; with `check`, what one makes of its records before"
          + " anything is published or refined.",
      "",
      "  source list",
      "  source check shop --from orders.jsonl",
      "  source check shop --count 500",
      "",
      "A check shows the first lines as they would stand in Silver, how many would pass the rules, and"
          + " why the others would not, with examples. It stores and makes nothing, and needs no"
          + " lake. It ends with 65 when fewer than one line in four would pass, or when the file"
          + " cannot be read."
    })
public final class SourceCommand extends RoleCommand {
  enum What {
    LIST,
    CHECK
  }

  private static final String STANDARD_INPUT = "-";
  private static final long NEWEST = 1_000;
  private static final int SHOWN = 5;

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "list or check (default: list).")
  private What what = What.LIST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The source's name; check needs it.")
  private @Nullable String name;

  @CommandLine.Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Check records in FILE, or on standard input (-): one on each line, in an array, or one"
              + " after the other (default: records of the source's topics).")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka cluster (default: the broker that `up` runs for this lake).")
  private @Nullable String bootstrap;

  @CommandLine.Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Check records of this topic (default: the source's own topics).")
  private @Nullable String topic;

  @CommandLine.Option(
      names = "--count",
      paramLabel = "N",
      description =
          "Check so many records: the first of a file, the newest of topics (default: all of a file,"
              + " 1000 of topics).")
  private @Nullable Long count;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most so many lines as they would stand in Silver (default: 5).")
  private @Nullable Integer limit;

  @CommandLine.Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public SourceCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.KNOWS;
  }

  @Override
  protected Map<String, Entry> overrides() {
    return bootstrap == null
        ? HashMap.empty()
        : HashMap.of("kafka.bootstrap", option(bootstrap, "--bootstrap"));
  }

  @Override
  protected void check(LakehouseConfig config) {
    List<String> ofTopics =
        List.of(given("--bootstrap", bootstrap), given("--topic", topic)).flatMap(option -> option);
    List<String> ofCheck =
        List.of(given("--from", from), given("--count", count), given("--limit", limit))
            .flatMap(option -> option)
            .appendAll(ofTopics);
    if (what == What.LIST && ofCheck.nonEmpty()) {
      throw wrong(ofCheck.mkString(", ") + " belongs to `source check NAME`");
    }
    if (what == What.CHECK && name == null) {
      throw wrong("source check needs the name of a source; " + thereAre(config));
    }
    if (from != null && ofTopics.nonEmpty()) {
      throw wrong(
          ofTopics.mkString(", ")
              + " is for records of topics, --from for those of a file; keep one of them");
    }
    if (count != null && count < 1) {
      throw wrong("--count is 1 or more, not " + count);
    }
    if (limit != null && limit < 0) {
      throw wrong("--limit is 0 or more, not " + limit);
    }
    List<Source> named = chosen(config);
    if (what == What.CHECK && from == null && topic == null && named.head().topics().isEmpty()) {
      throw wrong(
          "the source "
              + name
              + " has no topics, since it is only for feeds; name records of its shape with --from"
              + " FILE or --topic TOPIC");
    }
  }

  private static Option<String> given(String option, @Nullable Object value) {
    return Option.when(value != null, option);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    List<Source> sources = chosen(config);
    if (what == What.LIST) {
      return list(sources, config);
    }
    try (Lakehouse lake = Lakehouse.open(config)) {
      CheckSource check = lake.get(CheckSource.class);
      return from == null
          ? told(ofTopics(lake, check, sources.head()))
          : check
              .feed(sources.head(), feed(from), count == null ? Long.MAX_VALUE : count, shown())
              .fold(this::unreadable, this::told);
    }
  }

  private ExitStatus list(List<Source> sources, LakehouseConfig config) {
    if (json) {
      shell.screen().say(Json.text(SourceListText.json(sources, config)));
    } else if (sources.isEmpty()) {
      shell.screen().say(thereAre(config));
    } else {
      SourceListText.lines(sources, config).forEach(shell.screen()::say);
    }
    return ExitStatus.OK;
  }

  private FeedSource feed(String file) {
    return file.equals(STANDARD_INPUT)
        ? StreamFeedSource.stream("standard input", shell.in(), Option.none())
        : StreamFeedSource.file(shell.resolve(Path.of(file)), Option.none());
  }

  private SourceCheck ofTopics(Lakehouse lake, CheckSource check, Source source) {
    Source asked = topic == null ? source : source.ofTopics(java.util.List.of(topic));
    lake.get(SourceTopic.class).requireThere(List.ofAll(asked.topics()), shell.screen()::note);
    return check.topics(
        asked, lake.get(NewestRecords.class), count == null ? NEWEST : count, shown());
  }

  private int shown() {
    return limit == null ? SHOWN : limit;
  }

  private ExitStatus unreadable(String problem) {
    shell.screen().complain(problem);
    return ExitStatus.of(ExitCode.DATA);
  }

  private ExitStatus told(SourceCheck seen) {
    if (json) {
      shell.screen().say(Json.text(SourceCheckJson.of(seen)));
    } else {
      SourceCheckText.lines(seen).forEach(shell.screen()::say);
    }
    if (!seen.isRefused()) {
      return ExitStatus.OK;
    }
    shell.screen().complain(SourceCheckText.refusal(seen));
    return ExitStatus.of(ExitCode.DATA);
  }

  /** The source that is named, or all. */
  private List<Source> chosen(LakehouseConfig config) {
    List<Source> all = List.ofAll(config.sources().all());
    List<Source> named = all.filter(source -> name == null || source.name().equals(name));
    if (name != null && named.isEmpty()) {
      throw wrong(
          "there is no source '"
              + name
              + "'"
              + NearMiss.of(name, all.map(Source::name))
                  .map(near -> " (" + near + "?)")
                  .getOrElse("")
              + "; "
              + thereAre(config));
    }
    return named;
  }

  private static String thereAre(LakehouseConfig config) {
    List<Source> all = List.ofAll(config.sources().all());
    return all.isEmpty()
        ? "no source is configured; describe one under `sources` in the configuration file"
            + " (orderlake.yaml, or --config FILE): `orderlake config --example` shows how"
        : (all.size() == 1 ? "the one that is configured is " : "those that are configured are ")
            + all.map(Source::name).mkString(", ");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
