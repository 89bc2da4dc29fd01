/**
 * Sources: how a record of whatever shape becomes order lines. A mapping is declared in the
 * configuration and applied by the refiner each time a record is judged, so that it can be
 * corrected like a rule; it is part of the rule set's identity. Called by the rule set, by whoever
 * publishes feeds, and by the check of a mapping. Promises that nothing a record holds makes it
 * fail: what cannot be converted stays as it is found, for the rules to name.
 */
@NullMarked
package io.orderlake.domain.source;

import org.jspecify.annotations.NullMarked;
