package io.orderlake.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.stream.Stream;

/**
 * Who knows whom: the hexagon's modules and the libraries that belong to one of them; and that
 * nothing is printed but through the screen, which lets nothing steer a terminal.
 */
class HexagonTest extends ArchitectureTest {
  @Override
  Stream<PlantedRule> rules() {
    return Stream.of(
        new PlantedRule(HexagonTest::theApplicationKnowsTheDomainOnly, "ApplicationOnAnAdapter"),
        new PlantedRule(
            HexagonTest::theProtocolKnowsTheDomainAndJacksonOnly, "ProtocolOnAnAdapter"),
        new PlantedRule(
            HexagonTest::theAnswersKnowUseCasesAndTheProtocolOnly, "AnswersOnAnAdapter"),
        new PlantedRule(HexagonTest::answersAreForThoseWhoAreAsked, "AdapterOnAnswers"),
        new PlantedRule(HexagonTest::jsonIsReadWhereItIsThePoint, "AdapterOnJackson"),
        new PlantedRule(HexagonTest::packagesAreFreeOfCycles, "WayBack"),
        new PlantedRule(HexagonTest::adaptersDoNotKnowEachOther, "AdapterOnAnother"),
        new PlantedRule(HexagonTest::drivenAdaptersKnowNoUseCase, "AdapterOnUseCases"),
        new PlantedRule(HexagonTest::nobodyKnowsTheBootstrap, "AdapterOnBootstrap"),
        new PlantedRule(HexagonTest::sparkStaysInItsAdapter, "BootstrapOnSpark"),
        new PlantedRule(HexagonTest::deltaStaysInOnePackage, "GoldOnDeltaActions"),
        new PlantedRule(HexagonTest::kafkaStaysInItsAdapter, "BootstrapOnKafka"),
        new PlantedRule(HexagonTest::deltaKernelStaysInItsAdapter, "AdapterOnKernel"),
        new PlantedRule(HexagonTest::hadoopStaysWithTheTables, "BootstrapOnHadoop"),
        new PlantedRule(HexagonTest::storesStayInTheirAdapter, "AdapterOnAws"),
        new PlantedRule(HexagonTest::openLineageStaysInItsAdapter, "AdapterOnOpenLineage"),
        new PlantedRule(HexagonTest::prometheusStaysInItsAdapter, "AdapterOnPrometheus"),
        new PlantedRule(HexagonTest::thereAreTwoServers, "PageOnTheServer"),
        new PlantedRule(HexagonTest::databasesAreAskedInTheirAdapter, "AdapterOnADatabase"),
        new PlantedRule(HexagonTest::schemasAreReadInTheirAdapter, "AdapterOnAvro"),
        new PlantedRule(HexagonTest::schemasAreReadInTheirAdapter, "AdapterOnWire"),
        new PlantedRule(HexagonTest::guiceStaysInTheBootstrap, "AdapterOnGuice"),
        new PlantedRule(HexagonTest::picocliStaysInTheBootstrap, "AdapterOnPicocli"),
        new PlantedRule(HexagonTest::thereIsOneWayOut, "BootstrapOnTheConsole"),
        new PlantedRule(HexagonTest::thereIsOneWayOut, "AdapterOnAPrintStream"),
        new PlantedRule(HexagonTest::thereIsOneWayOut, "BootstrapPrintingAStackTrace"));
  }

  private static ArchRule theApplicationKnowsTheDomainOnly(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.application())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.vavr..", "org.jspecify..", hexagon.domain(), hexagon.application());
  }

  private static ArchRule theProtocolKnowsTheDomainAndJacksonOnly(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.protocol())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.vavr..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            hexagon.domain(),
            hexagon.protocol());
  }

  private static ArchRule theAnswersKnowUseCasesAndTheProtocolOnly(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.answers())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.vavr..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..",
            hexagon.domain(),
            hexagon.application(),
            hexagon.protocol(),
            hexagon.answers());
  }

  private static ArchRule answersAreForThoseWhoAreAsked(Hexagon hexagon) {
    return only(
            hexagon.answers(),
            hexagon.adapters("console"),
            hexagon.bootstrap(),
            hexagon.root() + ".benchmarks..")
        .dependOnClassesThat()
        .resideInAPackage(hexagon.answers());
  }

  /**
   * What runs, the lake and its commits are said to be is the protocol's; others have JSON of their
   * own: orders, feeds, Delta's statistics, OpenLineage's events, what a schema registry answers,
   * what use cases answer, what the command line shows.
   */
  private static ArchRule jsonIsReadWhereItIsThePoint(Hexagon hexagon) {
    return only(
            hexagon.protocol(),
            hexagon.answers(),
            hexagon.adapters("kafka"),
            hexagon.adapters("filesystem.feed"),
            hexagon.adapters("openlineage"),
            hexagon.adapters("registry.rest"),
            hexagon.adapters("spark"),
            hexagon.bootstrap())
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..");
  }

  private static ArchRule packagesAreFreeOfCycles(Hexagon hexagon) {
    return slices().matching(hexagon.root() + ".(**)").should().beFreeOfCycles();
  }

  private static ArchRule adaptersDoNotKnowEachOther(Hexagon hexagon) {
    return slices().matching(hexagon.root() + ".adapters.(*)..").should().notDependOnEachOther();
  }

  /** The console drives: people ask it, and it asks use cases. */
  private static ArchRule drivenAdaptersKnowNoUseCase(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideInAPackage(hexagon.adapters())
        .and()
        .resideOutsideOfPackage(hexagon.adapters("console"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(hexagon.application());
  }

  private static ArchRule nobodyKnowsTheBootstrap(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(hexagon.bootstrap())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(hexagon.bootstrap());
  }

  private static ArchRule sparkStaysInItsAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("spark"))
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "scala..", "io.delta.tables..", "org.apache.spark.sql.delta..");
  }

  /**
   * Its log and its actions, in one package and those below it, and what its log on a store is;
   * Delta Kernel, which is read without Spark, is another library.
   */
  private static ArchRule deltaStaysInOnePackage(Hexagon hexagon) {
    return only(hexagon.adapters("spark.delta"), hexagon.adapters("objectstore.log"))
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.spark.sql.delta..", "io.delta..")
                .and(resideOutsideOfPackage("io.delta.kernel..")));
  }

  private static ArchRule kafkaStaysInItsAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("kafka"))
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..");
  }

  private static ArchRule deltaKernelStaysInItsAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("delta"))
        .dependOnClassesThat()
        .resideInAPackage("io.delta.kernel..");
  }

  private static ArchRule hadoopStaysWithTheTables(Hexagon hexagon) {
    return only(
            hexagon.adapters("delta"), hexagon.adapters("spark"), hexagon.adapters("objectstore"))
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hadoop..");
  }

  private static ArchRule storesStayInTheirAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("objectstore"))
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.amazonaws..", "org.apache.hadoop.fs.s3a..", "com.google.cloud.hadoop..");
  }

  private static ArchRule openLineageStaysInItsAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("openlineage"))
        .dependOnClassesThat()
        .resideInAPackage("io.openlineage..");
  }

  private static ArchRule prometheusStaysInItsAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("metrics"))
        .dependOnClassesThat()
        .resideInAPackage("io.prometheus..");
  }

  private static ArchRule thereAreTwoServers(Hexagon hexagon) {
    return only(hexagon.adapters("metrics"), hexagon.adapters("console.server"))
        .dependOnClassesThat()
        .resideInAPackage("com.sun.net.httpserver..");
  }

  private static ArchRule databasesAreAskedInTheirAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("postgres"), hexagon.adapters("duckdb"))
        .dependOnClassesThat()
        .resideInAnyPackage("org.postgresql..", "org.duckdb..", "java.sql..", "javax.sql..");
  }

  private static ArchRule schemasAreReadInTheirAdapter(Hexagon hexagon) {
    return only(hexagon.adapters("registry"))
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.avro..", "com.squareup.wire..", "okio..", "kotlin..");
  }

  private static ArchRule guiceStaysInTheBootstrap(Hexagon hexagon) {
    return only(hexagon.bootstrap())
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..");
  }

  private static ArchRule picocliStaysInTheBootstrap(Hexagon hexagon) {
    return only(hexagon.bootstrap()).dependOnClassesThat().resideInAPackage("picocli..");
  }

  private static ArchRule thereIsOneWayOut(Hexagon hexagon) {
    return only(hexagon.root() + ".bootstrap.terminal")
        .callConstructorWhere(
            target(owner(assignableTo(PrintStream.class).or(assignableTo(PrintWriter.class)))))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            target(owner(type(System.class))).and(target(nameMatching("setOut|setErr|console"))))
        .orShould()
        .callMethodWhere(target(nameMatching("printStackTrace")))
        .orShould()
        .accessField(FileDescriptor.class, "out")
        .orShould()
        .accessField(FileDescriptor.class, "err")
        .as("nothing is printed but through the screen");
  }
}
