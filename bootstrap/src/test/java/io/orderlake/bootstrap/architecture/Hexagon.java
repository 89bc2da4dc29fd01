package io.orderlake.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderlake.domain.lake.TableId;

/**
 * The packages of a hexagon.
 *
 * @param root the package that holds them all
 */
record Hexagon(String root) {
  /** Orderlake itself; its root is read off a class of the domain. */
  static final Hexagon ORDERLAKE = new Hexagon(rootOf(TableId.class, ".domain.lake"));

  /** The planted one. */
  static final Hexagon OFFENDERS = new Hexagon(Hexagon.class.getPackageName() + ".offenders");

  private static String rootOf(Class<?> type, String below) {
    String name = type.getPackageName();
    if (!name.endsWith(below)) {
      throw new IllegalStateException(type + " is expected in …" + below);
    }
    return name.substring(0, name.length() - below.length());
  }

  String domain() {
    return root + ".domain..";
  }

  String protocol() {
    return root + ".protocol..";
  }

  String answers() {
    return root + ".answers..";
  }

  String application() {
    return root + ".application..";
  }

  String adapters() {
    return root + ".adapters..";
  }

  String adapters(String name) {
    return root + ".adapters." + name + "..";
  }

  String bootstrap() {
    return root + ".bootstrap..";
  }

  /** Its classes; of Orderlake those that ship. */
  JavaClasses classes() {
    return equals(ORDERLAKE) ? shipped() : new ClassFileImporter().importPackages(root);
  }

  private JavaClasses shipped() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(root);
  }
}
