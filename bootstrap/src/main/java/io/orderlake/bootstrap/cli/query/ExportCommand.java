package io.orderlake.bootstrap.cli.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.delta.gold.GoldParquet;
import io.orderlake.answers.gold.GoldJson;
import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Document;
import io.orderlake.answers.text.Json;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.lake.AsOf;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.Writable;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes a Gold table away. */
@Command(
    name = "export",
    description = {
      "Writes a Gold table at one lake version, every cell of it, as CSV, JSON or Parquet.",
      "Texts are as they are stored, amounts exact, times UTC. A file is there whole or not at all."
    })
public final class ExportCommand extends RoleCommand {
  @CommandLine.Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TABLE", description = "e.g. revenue_by_city_hour.")
  private String table = "";

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, json or parquet (default: csv).")
  private Format format = Format.CSV;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file, which is replaced if it is there (default: standard output).")
  private @Nullable Path to;

  @Mixin private AsOfOption asOf = new AsOfOption();

  private enum Format {
    CSV,
    JSON,
    PARQUET
  }

  public ExportCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    Either<String, GoldProjection> named = GoldProjections.named(table, config.gold());
    if (named.isLeft()) {
      throw wrong(named.getLeft());
    }
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
    if (format == Format.PARQUET && to == null) {
      throw wrong("Parquet is no text for a terminal; name a file with --to FILE");
    }
    Option<String> unwritable = Writable.replaced(shell, "--to", to);
    if (unwritable.isDefined()) {
      throw wrong(unwritable.get());
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    LakeVersion version;
    try (Lakehouse lake = Lakehouse.open(config)) {
      AsOf when = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
      version = lake.get(ShowGold.class).lake(when).getOrElseThrow(this::wrong);
    }
    noteIfEmpty(version);
    try (Lakehouse lake = Lakehouse.open(new LakeDoor(config).asOf(version.number()))) {
      return export(page(lake.get(ShowGold.class), version));
    }
  }

  private GoldPage page(ShowGold gold, LakeVersion version) {
    return gold.show(
            new ShowGold.Query(
                table,
                HashMap.empty(),
                Option.none(),
                Option.none(),
                ShowGold.Order.TIME,
                Integer.MAX_VALUE,
                new AsOf.Version(version.number())))
        .getOrElseThrow(this::wrong);
  }

  private ExitStatus export(GoldPage page) throws IOException {
    if (to == null) {
      shell.screen().say(document(page));
      return ExitStatus.OK;
    }
    Path file = shell.resolve(to);
    Option<byte[]> bytes = format == Format.PARQUET ? parquet(page) : Option.some(text(page));
    if (bytes.isEmpty()) {
      shell
          .screen()
          .complain(
              table
                  + " has no cell at lake version "
                  + page.lake().number()
                  + ", and a Parquet file has a row at least; nothing was written");
      return ExitStatus.of(ExitCode.UNAVAILABLE);
    }
    put(file, bytes.get());
    shell
        .screen()
        .note(
            "%s at lake version %s: %s cells in %s"
                .formatted(table, page.lake().number(), page.matching(), file));
    return ExitStatus.OK;
  }

  private Document document(GoldPage page) {
    return format == Format.CSV
        ? Csv.raw(GoldJson.csv(page))
        : Json.text(GoldJson.of(page.lake(), List.of(page)));
  }

  private byte[] text(GoldPage page) {
    return (document(page).lines().mkString("\n") + "\n").getBytes(UTF_8);
  }

  private static Option<byte[]> parquet(GoldPage page) {
    return GoldParquet.of(
        page.projection(), page.cells(), Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Under another name first: what has the name is whole. */
  private static void put(Path file, byte[] bytes) throws IOException {
    Path begun =
        Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".part");
    try {
      Files.write(begun, bytes);
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(begun);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
