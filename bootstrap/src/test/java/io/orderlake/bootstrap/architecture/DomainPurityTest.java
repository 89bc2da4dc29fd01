package io.orderlake.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The domain is a function of its arguments: no library, no clock, no chance, no outside world. */
class DomainPurityTest extends ArchitectureTest {
  @Override
  Stream<PlantedRule> rules() {
    return Stream.of(
        new PlantedRule(DomainPurityTest::theDomainKnowsTheJdkAndVavr, "DomainOnJackson"),
        new PlantedRule(DomainPurityTest::nobodyReadsTheClockThere, "DomainOnTheClock"),
        new PlantedRule(DomainPurityTest::nobodyReadsTheClockThere, "ApplicationOnTheClock"),
        new PlantedRule(DomainPurityTest::nobodyThrowsDiceThere, "DomainOnDice"),
        new PlantedRule(DomainPurityTest::nobodyThrowsDiceThere, "DomainOnRandomIds"),
        new PlantedRule(DomainPurityTest::theDomainDoesNoInputOrOutput, "DomainOnFiles"),
        new PlantedRule(DomainPurityTest::theDomainDoesNoInputOrOutput, "DomainOnTheConsole"));
  }

  private static ArchRule theDomainKnowsTheJdkAndVavr(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.domain())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.vavr..", "org.jspecify..", hexagon.domain());
  }

  private static ArchRule nobodyReadsTheClockThere(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideInAnyPackage(hexagon.domain(), hexagon.application())
        .should()
        .callMethodWhere(
            readsAClockOfItsOwn().as("the wall clock is read; an InstantSource should come in"));
  }

  private static DescribedPredicate<JavaCall<?>> readsAClockOfItsOwn() {
    DescribedPredicate<JavaCall<?>> now =
        target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))
            .and(target(nameMatching("now")))
            .and(target(rawParameterTypes(new Class<?>[0])));
    DescribedPredicate<JavaCall<?>> clock =
        target(owner(JavaClass.Predicates.resideInAPackage("java.time")))
            .and(target(nameMatching("system(|UTC|DefaultZone)|tick(Millis|Seconds|Minutes)")));
    DescribedPredicate<JavaCall<?>> millis =
        target(owner(JavaClass.Predicates.type(System.class)))
            .and(target(nameMatching("currentTimeMillis|nanoTime")));
    return now.or(clock).or(millis);
  }

  private static ArchRule nobodyThrowsDiceThere(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideInAnyPackage(hexagon.domain(), hexagon.application())
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class);
  }

  private static ArchRule theDomainDoesNoInputOrOutput(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideInAPackage(hexagon.domain())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|.*Stream|.*Reader|.*Writer)");
  }
}
