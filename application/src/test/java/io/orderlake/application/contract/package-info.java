/**
 * The contract suites: what every implementor of a port keeps, as tests. Extended by the test of
 * the in-memory twin here and of the real adapter in its own module.
 */
@NullMarked
package io.orderlake.application.contract;

import org.jspecify.annotations.NullMarked;
