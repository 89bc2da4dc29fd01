/**
 * What all roles do before their own work: read the configuration, see how they stand to the lake
 * in its directory, open a log; and the options that several of them have.
 *
 * <p>Extended by the roles in the packages beside it, none of which it knows. Promises that no role
 * runs under a wrong configuration, or in a lake that is missing or is another than that says.
 */
@NullMarked
package io.orderlake.bootstrap.cli.role;

import org.jspecify.annotations.NullMarked;
