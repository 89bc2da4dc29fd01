/**
 * What Silver holds and how a record gets there: the rules under one configuration, refining,
 * de-duplication, counts, and the port of the Silver and Quarantine tables.
 */
@NullMarked
package io.orderlake.domain.silver;

import org.jspecify.annotations.NullMarked;
