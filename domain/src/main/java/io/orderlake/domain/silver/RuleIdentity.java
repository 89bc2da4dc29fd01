package io.orderlake.domain.silver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.HexFormat;

/**
 * What a rule set decides, as a text: one line for each thing that a verdict can depend on, written
 * so that the same always reads the same. Its hash is the version that every row and every
 * quarantined record carries.
 *
 * @param text lines, each ended
 */
public record RuleIdentity(String text) {
  /**
   * Raised with every change outside the rules of what a record becomes: how it is decoded, upcast,
   * standardised, priced and hashed, and what the structural codes say.
   */
  private static final int READING = 3;

  private static final int VERSION_DIGITS = 12;

  static RuleIdentity of(RuleSettings settings, Seq<OrderRule> rules, Sources sources) {
    List<String> setting =
        List.of(
            "currency " + settings.currency(),
            "future_tolerance " + settings.futureTolerance(),
            "max_quantity " + settings.maxQuantity(),
            "max_unit_price " + settings.maxUnitPrice().stripTrailingZeros().toPlainString(),
            "reading " + READING);
    Seq<String> structural =
        OrderRules.STRUCTURAL.map(
            code -> line(code, READING, settings.severityOf(code, Severity.QUARANTINE)));
    Seq<String> ofFields =
        rules
            .filter(rule -> rule.applies(settings))
            .map(rule -> line(rule.code(), rule.revision(), settings.severityOf(rule)));
    return new RuleIdentity(
        setting
            .appendAll(settings.currencies().others().map(code -> "currency_further " + code))
            .appendAll(settings.rates().toList().flatMap(Rates::identity))
            .appendAll(structural.appendAll(ofFields).sorted())
            .appendAll(sources.identity())
            .map(l -> l + "\n")
            .mkString());
  }

  private static String line(String code, int revision, Severity severity) {
    return "rule " + code + " " + revision + " " + severity;
  }

  /** The first {@value #VERSION_DIGITS} hexadecimal digits of the text's SHA-256. */
  String version() {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(UTF_8))).substring(0, VERSION_DIGITS);
  }

  /**
   * Whether a stored version is of before rules had revisions: {@code 3-9f86d081} names a
   * generation of the whole program and a digest of its settings, and cannot be compared with any
   * of today's.
   */
  public static boolean isOfGenerations(String version) {
    return version.indexOf('-') > 0;
  }
}
