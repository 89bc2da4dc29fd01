/**
 * The in-memory twin of the lake: every port implemented with collections, passing the same
 * contract suites as the real adapters. For tests of use cases; thread-safe where the port is.
 */
@NullMarked
package io.orderlake.application.twin;

import org.jspecify.annotations.NullMarked;
