package io.orderlake.bootstrap.cli.serve;

import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.OffsetGap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of the roles that fill Bronze and may have to go on without lost records. */
@Command
final class AcceptGapOption {
  @Option(
      names = "--accept-gap",
      paramLabel = "GAP",
      converter = Gap.class,
      description =
          "Go on without these offsets, which Kafka has lost; as the refusal named them, e.g. orders/0:120-449. Recorded in Bronze. Has no effect once it was accepted.")
  private List<OffsetGap> gaps = new ArrayList<>();

  /** Accepts each; throws when one is not there. */
  void accept(BronzeIngest ingest, Consumer<String> notes) {
    for (OffsetGap gap : gaps) {
      ingest.acceptGap(gap);
      notes.accept("going on without offsets " + gap + ", which Kafka has lost");
    }
  }

  /** From its text. */
  static final class Gap implements ITypeConverter<OffsetGap> {
    @Override
    public OffsetGap convert(String text) {
      return OffsetGap.parse(text).getOrElseThrow(s -> new TypeConversionException(s));
    }
  }
}
