/**
 * The process that a command line runs in: what surrounds it, what its user or a container tells it
 * and wants to see of it, and the exit code that it ends with.
 *
 * <p>Called by the main classes, the command line and its roles. Promises to know of no role and no
 * lake.
 */
@NullMarked
package io.orderlake.bootstrap.cli.process;

import org.jspecify.annotations.NullMarked;
