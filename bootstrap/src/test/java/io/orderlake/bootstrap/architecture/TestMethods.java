package io.orderlake.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Test methods, and what they come to call.
 *
 * @param classes the tests of all modules that are built before this one, and of this one
 */
record TestMethods(JavaClasses classes) {
  private static final Set<Class<?>> MARKS =
      Set.of(Test.class, ParameterizedTest.class, RepeatedTest.class, TestFactory.class);
  private static final Set<String> OF_ALL =
      Set.of("allMatch", "allSatisfy", "allSatisfyExactly", "noneMatch", "noneSatisfy");

  static TestMethods ofOrderlake() {
    return new TestMethods(new ClassFileImporter().importPaths(testClasses()));
  }

  private static List<Path> testClasses() {
    Path home = Path.of(System.getProperty("orderlake.home"));
    try (Stream<Path> poms =
        Files.find(home, 3, (file, attributes) -> file.endsWith(Path.of("pom.xml")))) {
      return poms.map(Path::getParent)
          // built after this module: what is there may be of another day
          .filter(module -> !module.endsWith("benchmarks"))
          .map(module -> module.resolve("target/test-classes"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<JavaMethod> all() {
    return classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> MARKS.stream().anyMatch(mark -> method.isAnnotatedWith(mark.getName())));
  }

  /** Those that call no assertion, not even through other methods of the tests. */
  Stream<String> assertingNothing() {
    return all().filter(test -> !asserts(test)).map(JavaMethod::getFullName);
  }

  private static boolean asserts(JavaMethod test) {
    Set<JavaCodeUnit> seen = new HashSet<>(Set.of(test));
    Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (JavaAccess<?> access : open.pop().getAccessesFromSelf()) {
        if (isAssertion(access)) {
          return true;
        }
        access
            .getTarget()
            .resolveMember()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .filter(seen::add)
            .ifPresent(open::push);
      }
    }
    return false;
  }

  private static boolean isAssertion(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return isAssertJ(access)
        || owner.equals(Assertions.class.getName())
        || owner.equals(ArchRule.class.getName())
        || owner.equals(AssertionError.class.getName());
  }

  private static boolean isAssertJ(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("org.assertj.core.api");
  }

  /** The methods that assert something of all elements and nothing of how many there are. */
  Stream<String> assertingOfPerhapsNone() {
    return classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> calls(method, OF_ALL::contains))
        .filter(method -> !calls(method, TestMethods::counts))
        .map(JavaMethod::getFullName);
  }

  private static boolean counts(String assertion) {
    return assertion.startsWith("hasSize")
        || assertion.startsWith("contains")
        || assertion.startsWith("any")
        || Set.of("isNotEmpty", "hasSameSizeAs", "startsWith", "endsWith").contains(assertion);
  }

  private static boolean calls(JavaMethod method, Predicate<String> ofAssertJ) {
    return method.getAccessesFromSelf().stream()
        .filter(TestMethods::isAssertJ)
        .anyMatch(access -> ofAssertJ.test(access.getTarget().getName()));
  }

  /** The methods that throw dice that nobody can throw again. */
  Stream<String> withoutSeed() {
    return classes.stream()
        .flatMap(type -> type.getConstructorCallsFromSelf().stream())
        .filter(call -> call.getTargetOwner().isEquivalentTo(Random.class))
        .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
        .map(call -> call.getOriginOwner().getName());
  }
}
