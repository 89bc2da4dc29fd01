/**
 * The command line: one class per role, each a thin shell that reads options, asks a use case and
 * shows what came of it. Exit codes are in {@link io.orderlake.bootstrap.cli.process.ExitCode}.
 *
 * <p>Called by the main class; holds no rule of business.
 */
@NullMarked
package io.orderlake.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
