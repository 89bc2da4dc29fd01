package io.orderlake.benchmarks.verdict;

import io.orderlake.adapters.kafka.order.FastOrderEventDecoder;
import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.kafka.order.JsonRecordFormat;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a record's bytes to its verdict, and the parts of that way, one record or line for each
 * operation. Garbage is collected on the measured core, so that what it costs is counted.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class VerdictBenchmark {
  /** Both kinds of records and what judges them. */
  @State(Scope.Thread)
  public static class Input {
    private final OrderEventDecoder decoder = new FastOrderEventDecoder();
    private final OrderEventDecoder jackson = new JacksonOrderEventDecoder();
    private final RecordRefiner refiner =
        new RecordRefiner(decoder, RuleSet.of(RuleSettings.DEFAULTS));
    private final BronzeRecord[] usual = SampleRecords.usual();
    private final BronzeRecord[] validV2 = SampleRecords.validV2();
    private final BronzeRecord[] nested = NestedRecords.of(validV2);
    private final RecordRefiner mapping =
        new RecordRefiner(
            decoder,
            RuleSet.of(RuleSettings.DEFAULTS, NestedRecords.sources(new JsonRecordFormat())));
    private final BronzeRecord[] avro = NestedRecords.inAvro(validV2);
    private final RecordRefiner mappingAvro =
        new RecordRefiner(
            decoder, RuleSet.of(RuleSettings.DEFAULTS, NestedRecords.sources(AvroOrders.format())));
    private int next;

    private int next() {
      next = (next + 1) & (SampleRecords.COUNT - 1);
      return next;
    }

    private byte[] nextValue() {
      return Objects.requireNonNull(usual[next()].content().value());
    }
  }

  @Benchmark
  public Judgement usualMix(Input input) {
    return input.refiner.refine(input.usual[input.next()]);
  }

  @Benchmark
  public Judgement validV2(Input input) {
    return input.refiner.refine(input.validV2[input.next()]);
  }

  /** The same orders, three lines in a record. */
  @Benchmark
  @OperationsPerInvocation(NestedRecords.LINES)
  public Judgement mappedLines(Input input) {
    return input.mapping.refine(input.nested[input.next()]);
  }

  /** The same in Avro, behind a registry's frame. */
  @Benchmark
  @OperationsPerInvocation(NestedRecords.LINES)
  public Judgement mappedAvroLines(Input input) {
    return input.mappingAvro.refine(input.avro[input.next()]);
  }

  /** Decoding alone, of the usual mix. */
  @Benchmark
  public Either<String, RecordedOrder> decode(Input input) {
    return input.decoder.decode(input.nextValue());
  }

  /** The same by the decoder that takes any text. */
  @Benchmark
  public Either<String, RecordedOrder> decodeByJackson(Input input) {
    return input.jackson.decode(input.nextValue());
  }

  /** The event id alone, of the usual mix. */
  @Benchmark
  public @Nullable String eventId(Input input) {
    return input.decoder.eventIdOf(input.nextValue());
  }
}
