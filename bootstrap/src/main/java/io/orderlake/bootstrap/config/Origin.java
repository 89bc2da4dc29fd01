package io.orderlake.bootstrap.config;

/** Where a configured text comes from, as error messages name it. */
public sealed interface Origin {
  /** Nobody said anything. */
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /**
   * The configuration file.
   *
   * @param file its path
   * @param line from 1
   */
  record File(String file, int line) implements Origin {
    @Override
    public String toString() {
      return file + " line " + line;
    }
  }

  /**
   * An environment variable.
   *
   * @param variable its name
   */
  record Environment(String variable) implements Origin {
    @Override
    public String toString() {
      return "environment variable " + variable;
    }
  }

  /**
   * The lake itself.
   *
   * @param where what it was read from
   */
  record Lake(String where) implements Origin {
    @Override
    public String toString() {
      return "the lake: " + where;
    }
  }

  /**
   * A command line option.
   *
   * @param option as it is written, e.g. {@code --data}
   */
  record Option(String option) implements Origin {
    @Override
    public String toString() {
      return "option " + option;
    }
  }
}
