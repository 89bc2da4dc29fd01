package io.orderlake.adapters.openlineage;

import com.fasterxml.jackson.core.type.TypeReference;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import io.orderlake.application.contract.LineageLogContract.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Events read back with the client's own model. */
final class Lines {
  private Lines() {}

  static List<RunEvent> in(Path file) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(OpenLineageClientUtils::runEventFromJson).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until there are so many. */
  static <T> List<T> await(int events, Supplier<List<T>> source) {
    while (source.get().size() < events) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return source.get();
  }

  /** The event in the words of the contract. */
  static Told told(RunEvent event, Path lake) {
    return new Told(
        event.getEventType().name(),
        event.getRun().getRunId().toString(),
        event.getJob().getName(),
        event.getEventTime().toInstant(),
        event.getInputs().stream()
            .collect(Collectors.toMap(i -> table(lake, i.getName()), Lines::version)),
        event.getOutputs().stream()
            .collect(Collectors.toMap(o -> table(lake, o.getName()), Lines::version)),
        event.getRun().getFacets().getErrorMessage() == null
            ? ""
            : event.getRun().getFacets().getErrorMessage().getMessage());
  }

  private static String table(Path lake, String name) {
    return lake.relativize(Path.of(name)).toString();
  }

  private static long version(InputDataset dataset) {
    return Long.parseLong(dataset.getFacets().getVersion().getDatasetVersion());
  }

  private static long version(OutputDataset dataset) {
    return Long.parseLong(dataset.getFacets().getVersion().getDatasetVersion());
  }

  static Map<String, Object> facet(Map<String, ?> all, String name) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name))
        .findFirst()
        .<Map<String, Object>>map(
            entry ->
                OpenLineageClientUtils.fromJson(
                    OpenLineageClientUtils.toJson(entry.getValue()), new TypeReference<>() {}))
        .orElseThrow();
  }
}
