package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Shown;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** What every rule has: its code, its revision, its sentence and how grave it is. */
abstract class NamedRule implements OrderRule {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int revision;
  private final String meaning;
  private final Severity severity;
  private final boolean mayWarn;

  NamedRule(String code, int revision, String meaning, Severity severity, boolean mayWarn) {
    this.code = code;
    this.revision = revision;
    this.meaning = meaning;
    this.severity = severity;
    this.mayWarn = mayWarn;
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final int revision() {
    return revision;
  }

  @Override
  public final String meaning() {
    return meaning;
  }

  @Override
  public final Severity severity() {
    return severity;
  }

  @Override
  public final boolean mayWarn() {
    return mayWarn;
  }

  /** One violation: the field under its recorded name, then what is wrong with it. */
  static List<Violation> broken(OrderFacts facts, String field, String problem) {
    return List.of(violation(facts, field, problem));
  }

  static Violation violation(OrderFacts facts, String field, String problem) {
    return new Violation(field, facts.recorded().recordedName(field) + " " + problem);
  }

  /** The number, or how it was recorded where it is longer than a line. */
  static String shown(OrderFacts facts, String field, BigDecimal number) {
    FieldValue recorded = facts.recorded().get(field);
    return recorded == null || Shown.fits(number) ? Shown.number(number) : Shown.value(recorded);
  }

  static String shown(String text) {
    return Shown.text(text);
  }

  @Override
  public final String toString() {
    return code;
  }
}
