/** What metrics say of lakes in memory. */
@NullMarked
package io.orderlake.application.metrics;

import org.jspecify.annotations.NullMarked;
