/**
 * The configuration: one YAML file, environment variables and command line options over it, read
 * into one typed value. Every problem is found before anything starts. Secrets are never printed.
 *
 * <p>Called by the command line and the wiring; no other module knows of it.
 */
@NullMarked
package io.orderlake.bootstrap.config;

import org.jspecify.annotations.NullMarked;
