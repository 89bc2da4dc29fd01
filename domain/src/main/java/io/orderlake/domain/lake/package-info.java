/**
 * The lake as a whole: tables, versions and the runs that published them, the conservation law, and
 * the port that publishes a lake version.
 */
@NullMarked
package io.orderlake.domain.lake;

import org.jspecify.annotations.NullMarked;
