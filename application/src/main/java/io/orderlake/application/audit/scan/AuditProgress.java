package io.orderlake.application.audit.scan;

/** Told how far an audit has come; called by several threads, so it must be safe and quick. */
@FunctionalInterface
public interface AuditProgress {
  AuditProgress UNHEARD = (rows, all) -> {};

  /**
   * After every few ten thousand rows.
   *
   * @param rows how many rows of all tables were read
   * @param all how many there are, as the lake version counts them
   */
  void read(long rows, long all);
}
