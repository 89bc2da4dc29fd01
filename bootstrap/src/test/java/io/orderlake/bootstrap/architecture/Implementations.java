package io.orderlake.bootstrap.architecture;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.orderlake.application.contract.LakeVersionsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Who implements the ports, and on whom their suites run.
 *
 * @param shipped the classes of all modules
 * @param applicationTests suites, twins and their tests
 * @param adapterTests the tests of all adapters
 */
record Implementations(
    JavaClasses shipped, JavaClasses applicationTests, JavaClasses adapterTests) {
  private static final String SUITES = LakeVersionsContract.class.getPackageName();

  static Implementations find() {
    ClassFileImporter importer = new ClassFileImporter();
    return new Implementations(
        Hexagon.ORDERLAKE.classes(),
        importer.importPackages(SUITES, SUITES.replace(".contract", ".twin")),
        importer.importPaths(testClassesOfAdapters()));
  }

  private static List<Path> testClassesOfAdapters() {
    Path home = Path.of(System.getProperty("orderlake.home"));
    try (Stream<Path> folders = Files.list(home)) {
      List<Path> found =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("adapters-"))
              .map(folder -> folder.resolve("target/test-classes"))
              .filter(Files::isDirectory)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException(
            "no adapters' tests under " + home + ": build them first, with -am");
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a port lacks, as sentences. */
  List<String> gaps(Class<?> port) {
    String name = port.getSimpleName() + "Contract";
    Optional<JavaClass> suite =
        applicationTests.stream()
            .filter(type -> type.getName().equals(SUITES + "." + name))
            .filter(Implementations::hasTests)
            .findAny();
    List<String> gaps = new ArrayList<>();
    if (suite.isEmpty()) {
      gaps.add("no suite " + name + " with tests");
    }
    if (none(applicationTests, type -> type.isAssignableTo(port))) {
      gaps.add("no twin in the application's tests");
    }
    if (none(shipped, type -> isOfAdapter(type) && type.isAssignableTo(port))) {
      gaps.add("no adapter");
    }
    if (none(applicationTests, type -> runs(type, suite))) {
      gaps.add("the suite runs on no twin");
    }
    if (none(adapterTests, type -> runs(type, suite))) {
      gaps.add("the suite runs on no adapter");
    }
    return gaps;
  }

  /** The open interfaces of the domain with an implementation in an adapter. */
  Set<Class<?>> domainInterfacesThatAdaptersImplement() {
    return shipped.stream()
        .filter(Implementations::isOfAdapter)
        .flatMap(type -> type.getAllRawInterfaces().stream())
        .filter(type -> type.getPackageName().startsWith(Hexagon.ORDERLAKE.root() + ".domain."))
        .<Class<?>>map(JavaClass::reflect)
        .filter(type -> !type.isSealed() && !foldsASealedType(type))
        .collect(toSet());
  }

  private static boolean foldsASealedType(Class<?> type) {
    return type.getEnclosingClass() != null && type.getEnclosingClass().isSealed();
  }

  private static boolean hasTests(JavaClass suite) {
    return suite.getAllMethods().stream()
        .anyMatch(
            method ->
                method.isAnnotatedWith(Test.class)
                    || method.isAnnotatedWith(ParameterizedTest.class));
  }

  private static boolean runs(JavaClass test, Optional<JavaClass> suite) {
    return suite.filter(found -> test.isAssignableTo(found.getName())).isPresent();
  }

  private static boolean isOfAdapter(JavaClass type) {
    return type.getPackageName().startsWith(Hexagon.ORDERLAKE.root() + ".adapters.");
  }

  private static boolean none(JavaClasses classes, Predicate<JavaClass> wanted) {
    return classes.stream()
        .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .noneMatch(wanted);
  }
}
