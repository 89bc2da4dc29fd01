package io.orderlake.adapters.console.health;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.reading.Readings;
import io.orderlake.adapters.console.reading.Shown;
import io.orderlake.answers.check.VerdictJson;
import io.orderlake.application.check.CheckLake;
import io.orderlake.application.check.Verdict;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Part;
import io.orderlake.domain.alert.Severity;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is now, whatever lake version is looked back to: what is wrong by the limits of the alerts,
 * what cannot be read, tables, Kafka, disk.
 */
public final class HealthPage implements Page {
  private static final List<String> FAMILIES =
      List.of(
          "orderlake_table_files",
          "orderlake_table_bytes",
          "orderlake_table_small_files",
          "orderlake_table_delta_version",
          "orderlake_disk_free_bytes",
          "orderlake_disk_size_bytes",
          "orderlake_kafka_begin_offset",
          "orderlake_kafka_end_offset",
          "orderlake_bronze_next_offset",
          "orderlake_kafka_retention_headroom_records",
          "orderlake_scrape_failed",
          "orderlake_scrape_seconds");

  private static final Set<Part> ALL = HashSet.of(Part.values());

  private final LakeVersions versions;
  private final Supplier<Readings> readings;
  private final Runbooks runbooks = Runbooks.read();

  /**
   * Of a lake.
   *
   * @param readings the metrics as of now
   */
  public HealthPage(LakeVersions versions, Supplier<Readings> readings) {
    this.versions = versions;
    this.readings = readings;
  }

  @Override
  public String path() {
    return "/health";
  }

  @Override
  public String title() {
    return "Health";
  }

  @Override
  public Answer answer(PageRequest request) {
    return request.asOf().in(versions).fold(Answer::wrong, this::answer);
  }

  private Answer answer(LakeVersion lake) {
    Readings now = readings.get();
    return Answer.of(lake, () -> html(now), () -> json(now));
  }

  private Html html(Readings now) {
    return Html.of(
        wrong(verdict(now)), unread(now), tables(now), kafka(now), disk(now), runbooks());
  }

  private static Verdict verdict(Readings now) {
    return CheckLake.of(now.scrape(), ALL, now.at());
  }

  private static Html wrong(Verdict verdict) {
    if (verdict.findings().isEmpty()) {
      return Tags.section(
          "What is wrong",
          Tags.p(
              Tags.strong("✓ ").classed("good"),
              Html.text("Nothing, by " + verdict.judged().size() + " limits.")));
    }
    HtmlTable table =
        HtmlTable.of(
            "Limits that are passed now, as `orderlake check` says them",
            HtmlTable.left("level"),
            HtmlTable.left("alert"),
            HtmlTable.left("what"),
            HtmlTable.left("what to do first"));
    for (Finding finding : verdict.findings()) {
      String alert = finding.alert().title();
      table =
          table.row(
              Tags.strong(VerdictJson.word(finding.alert().severity())).classed(style(finding)),
              Tags.link(runbook(alert), alert),
              Html.text(finding.what()),
              Html.text(finding.alert().advice()));
    }
    return Tags.section("What is wrong", table.html());
  }

  private static String style(Finding finding) {
    return finding.alert().severity() == Severity.PAGE ? "bad" : "late";
  }

  private static Link runbook(String alert) {
    return Link.to(RunbookPage.PATH).with(RunbookPage.ALERT, alert);
  }

  private static Html unread(Readings now) {
    return Tags.section(
        "Read",
        now.scrape().failed().isEmpty()
            ? Tags.p(Tags.strong("✓ ").classed("good"), Html.text("Everything could be read."))
            : Tags.list(
                now.scrape()
                    .failed()
                    .map(
                        failed ->
                            Html.of(
                                Tags.strong(failed._1 + " cannot be read: ").classed("bad"),
                                Html.text(String.valueOf(failed._2.getMessage()))))));
  }

  private static Html tables(Readings now) {
    HtmlTable table =
        HtmlTable.of(
            "Files of each table's newest version",
            HtmlTable.left("table"),
            HtmlTable.right("Delta version"),
            HtmlTable.right("files"),
            HtmlTable.right("small ones"),
            HtmlTable.right("bytes"));
    for (Sample.Value files : now.values("orderlake_table_files")) {
      String name = files.labels().head();
      Option<Double> version = now.value("orderlake_table_delta_version", name);
      table =
          table.row(
              name,
              version.exists(number -> number < 0) ? "none yet" : Shown.count(version),
              Shown.count(Option.some(files.value())),
              Shown.count(now.value("orderlake_table_small_files", name)),
              Shown.bytes(now.value("orderlake_table_bytes", name)));
    }
    return Tags.section("Tables", table.html());
  }

  private static Html kafka(Readings now) {
    HtmlTable table =
        HtmlTable.of(
            "Offsets by partition; where the headroom is 0, retention removes what Bronze needs",
            HtmlTable.left("topic"),
            HtmlTable.right("partition"),
            HtmlTable.right("Kafka has from"),
            HtmlTable.right("Bronze reads next"),
            HtmlTable.right("Kafka's end"),
            HtmlTable.right("headroom"));
    for (Sample.Value end : now.values("orderlake_kafka_end_offset")) {
      String[] partition = end.labels().toJavaArray(String[]::new);
      table =
          table.row(
              partition[0],
              partition[1],
              Shown.count(now.value("orderlake_kafka_begin_offset", partition)),
              Shown.count(now.value("orderlake_bronze_next_offset", partition)),
              Shown.count(Option.some(end.value())),
              Shown.count(now.value("orderlake_kafka_retention_headroom_records", partition)));
    }
    return Tags.section("Kafka", table.html());
  }

  private static Html disk(Readings now) {
    return Tags.section(
        "Disk",
        Tags.p(
            Shown.bytes(now.value("orderlake_disk_free_bytes"))
                + " free of "
                + Shown.bytes(now.value("orderlake_disk_size_bytes"))
                + "."));
  }

  private Html runbooks() {
    return Tags.section(
        "What to do about an alert",
        Tags.list(
            runbooks
                .paragraphs()
                .keySet()
                .toList()
                .map(alert -> Tags.link(runbook(alert), alert))));
  }

  private static Map<String, @Nullable Object> json(Readings now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", now.at().toString());
    json.put("check", VerdictJson.of(verdict(now)));
    json.put(
        "unread",
        now.scrape()
            .failed()
            .mapValues(failure -> String.valueOf(failure.getMessage()))
            .toJavaMap());
    FAMILIES.forEach(family -> json.put(family, now.json(family)));
    return json;
  }
}
