package io.orderlake.domain.quarantine;

import java.io.Serializable;

/**
 * One rule that a record broke.
 *
 * @param code the rule's stable code, e.g. {@code quantity_out_of_range}
 * @param field the field at fault under the name the producer wrote, or empty for the whole record
 * @param sentence what is wrong, with the value
 */
public record QuarantineReason(String code, String field, String sentence)
    implements Serializable {}
