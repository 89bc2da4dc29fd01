package io.orderlake.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Nothing depends on where the program runs: not on the machine's language, character set, zone or
 * name. The compiler's checks (DefaultLocale, DefaultCharset, JavaTimeDefaultTimeZone) refuse what
 * takes them silently; this rule, what asks for them.
 */
class NeutralGroundTest extends ArchitectureTest {
  @Override
  Stream<PlantedRule> rules() {
    return Stream.of(
        new PlantedRule(NeutralGroundTest::nobodyAsksForTheMachinesOwn, "DomainOnTheMachinesZone"),
        new PlantedRule(
            NeutralGroundTest::nobodyAsksForTheMachinesOwn, "ApplicationOnTheMachinesLanguage"),
        new PlantedRule(
            NeutralGroundTest::nobodyAsksForTheMachinesOwn, "AdapterOnTheMachinesName"));
  }

  private static ArchRule nobodyAsksForTheMachinesOwn(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideInAPackage(hexagon.root() + "..")
        .should()
        .callMethodWhere(
            calls(ZoneId.class, "systemDefault")
                .or(calls(TimeZone.class, "getDefault"))
                .or(calls(Locale.class, "getDefault"))
                .or(calls(Charset.class, "defaultCharset"))
                .or(calls(InetAddress.class, "getLocalHost"))
                .or(calls(DateTimeFormatter.class, "ofLocalized.*|localizedBy"))
                .or(formatsWithoutALocale())
                .as("the machine's language, character set, zone or name is asked for"));
  }

  /**
   * A text made in a library's class escapes the compiler; with the pattern alone it is a default.
   */
  private static DescribedPredicate<JavaCall<?>> formatsWithoutALocale() {
    return target(owner(JavaClass.Predicates.type(DateTimeFormatter.class)))
        .and(target(name("ofPattern")))
        .and(target(rawParameterTypes(String.class)));
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String method) {
    return target(owner(JavaClass.Predicates.type(type))).and(target(nameMatching(method)));
  }
}
