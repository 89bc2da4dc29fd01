/** What Prometheus and others are told. */
@NullMarked
package io.orderlake.adapters.metrics;

import org.jspecify.annotations.NullMarked;
