package io.orderlake.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.orderlake.bootstrap.architecture.offenders.tests.AssertsNothing;
import io.orderlake.bootstrap.architecture.offenders.tests.LooksAtNothing;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that cannot fail is a defect, and a chance that cannot be repeated is no test. */
class TestsCanFailTest {
  private static final TestMethods TESTS = TestMethods.ofOrderlake();
  private static final TestMethods PLANTED =
      new TestMethods(
          new ClassFileImporter().importPackages(AssertsNothing.class.getPackageName()));

  @Test
  void the_tests_of_all_modules_are_looked_at() {
    assertThat(TESTS.all().map(test -> test.getOwner().getPackageName().split("\\.", -1)[2]))
        .contains("domain", "application", "adapters", "bootstrap");
  }

  @Test
  void every_test_asserts_something() {
    assertThat(notPlanted(TESTS.assertingNothing())).isEmpty();
    assertThat(PLANTED.assertingNothing())
        .containsExactly(AssertsNothing.class.getName() + ".it_only_calls()");
  }

  @Test
  void what_is_asserted_of_all_is_asserted_of_some() {
    assertThat(notPlanted(TESTS.assertingOfPerhapsNone())).isEmpty();
    assertThat(PLANTED.assertingOfPerhapsNone())
        .containsExactly(LooksAtNothing.class.getName() + ".all_of_none()");
  }

  @Test
  void what_is_random_has_a_seed() {
    assertThat(notPlanted(TESTS.withoutSeed())).isEmpty();
    assertThat(PLANTED.withoutSeed()).containsExactly(AssertsNothing.class.getName());
  }

  private static Stream<String> notPlanted(Stream<String> methods) {
    return methods.filter(name -> !name.contains(".architecture.offenders."));
  }
}
