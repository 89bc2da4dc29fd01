/**
 * Spark's side of the lake: the session, and what lies in a lake on it. Only bootstrap builds
 * these; nothing below knows this package, and nothing here decides business.
 */
@NullMarked
package io.orderlake.adapters.spark;

import org.jspecify.annotations.NullMarked;
