package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.text.RawBytes;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.Lookalike;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Quarantined records for people. */
final class QuarantineText {
  private static final int SHOWN = 160;

  private QuarantineText() {}

  /** Where the record came from, its reasons, its bytes as far as they are text. */
  static List<Line> lines(QuarantinedRecord quarantined, TimeText times) {
    List<Line> lines = new ArrayList<>();
    BronzeRecord record = quarantined.record();
    lines.add(Line.bold(quarantined.order().position() + "  " + times.moment(record.timestamp())));
    for (QuarantineReason reason : quarantined.reasons()) {
      lines.add(Line.of("  " + reason.code() + ": " + reason.sentence()));
    }
    byte[] value = record.content().value();
    if (value != null) {
      lines.add(Line.of("  " + RawBytes.shown(value, SHOWN)));
      likeness(quarantined.reasons(), value).forEach(says -> lines.add(Line.of("  " + says)));
    }
    return lines;
  }

  private static Option<String> likeness(List<QuarantineReason> reasons, byte[] value) {
    return Option.of(Lookalike.sentence(value))
        .filter(says -> !says.isEmpty() && isUndecodable(reasons));
  }

  private static boolean isUndecodable(List<QuarantineReason> reasons) {
    return reasons.stream().anyMatch(reason -> reason.code().equals(OrderRules.UNDECODABLE));
  }
}
