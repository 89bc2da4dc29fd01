package io.orderlake.benchmarks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.orderlake.benchmarks.offenders.there.WayThere;
import org.junit.jupiter.api.Test;

/** The rule of {@code HexagonTest} for the one module that it does not see. */
final class PackagesTest {
  private static final String ROOT = PackagesTest.class.getPackageName();

  private final ClassFileImporter importer = new ClassFileImporter();

  @Test
  void packages_do_not_know_each_other_in_a_circle() {
    freeOfCycles()
        .check(
            importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT));
  }

  @Test
  void packages_that_do_are_found_out() {
    assertThat(
            freeOfCycles().evaluate(importer.importPackages(ROOT)).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(WayThere.class.getName()));
  }

  /** Each package is a slice, the root one too. */
  private static ArchRule freeOfCycles() {
    String above = ROOT.substring(0, ROOT.lastIndexOf('.'));
    return slices().matching(above + ".(**)").should().beFreeOfCycles();
  }
}
