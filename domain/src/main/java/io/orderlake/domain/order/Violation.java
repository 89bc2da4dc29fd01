package io.orderlake.domain.order;

/**
 * One breaking of one rule.
 *
 * @param field the field at fault under its current name, or empty for the whole record
 * @param sentence what is wrong, with the value; starts with the field's recorded name
 */
public record Violation(String field, String sentence) {}
