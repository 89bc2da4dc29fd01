package io.orderlake.domain.quarantine;

/**
 * A record that was quarantined and has passed since, judged by other rules.
 *
 * @param record as it was quarantined, with the reasons of then
 * @param ruleSet the version of the rules that it passed under
 */
public record ReleasedRecord(QuarantinedRecord record, String ruleSet) {}
