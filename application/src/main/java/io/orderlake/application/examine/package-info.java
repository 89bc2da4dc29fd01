/**
 * What every look at orders before they are stored finds: which rules they break, with counts and
 * first examples, and whether too few pass. Called by the use cases that look at feeds and at
 * sources. Promises that the same verdicts give the same figures, whatever is looked at.
 */
@NullMarked
package io.orderlake.application.examine;

import org.jspecify.annotations.NullMarked;
