/**
 * What differs, from the finding to the counter-example: the passes report rows, cells and offsets
 * as they come upon them; the investigation reads the tables again for the smallest of each kind
 * and says what the replay gives and what is stored, in full.
 *
 * <p>Called by the audit: its passes report from several threads, and it investigates when they
 * have ended. Findings of one kind are counted, never listed, so that a lake in ruins costs no more
 * memory than one that is whole.
 */
@NullMarked
package io.orderlake.application.audit.finding;

import org.jspecify.annotations.NullMarked;
