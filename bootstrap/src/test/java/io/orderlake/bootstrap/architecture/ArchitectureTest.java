package io.orderlake.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs rules on Orderlake, where they must hold, and on planted offenders, where they must not. */
abstract class ArchitectureTest {
  private static final JavaClasses ORDERLAKE = Hexagon.ORDERLAKE.classes();
  private static final JavaClasses OFFENDERS = Hexagon.OFFENDERS.classes();

  /**
   * A rule and the class that breaks it.
   *
   * @param rule for any hexagon
   * @param offender simple name of a class in the planted one
   */
  record PlantedRule(Function<Hexagon, ArchRule> rule, String offender) {}

  abstract Stream<PlantedRule> rules();

  static ClassesShould only(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages).should();
  }

  @TestFactory
  Stream<DynamicTest> each_rule_holds_in_orderlake() {
    return rules()
        .map(planted -> planted.rule().apply(Hexagon.ORDERLAKE))
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(ORDERLAKE)));
  }

  @TestFactory
  Stream<DynamicTest> each_rule_catches_its_offender() {
    return rules()
        .map(
            planted -> {
              ArchRule rule = planted.rule().apply(Hexagon.OFFENDERS);
              return dynamicTest(
                  planted.offender() + ": " + rule.getDescription(),
                  () ->
                      assertThat(rule.evaluate(OFFENDERS).getFailureReport().getDetails())
                          .as("what the rule finds among the offenders")
                          .anyMatch(detail -> detail.contains("." + planted.offender() + ".")));
            });
  }
}
