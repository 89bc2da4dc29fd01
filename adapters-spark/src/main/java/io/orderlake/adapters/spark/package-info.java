/**
 * Spark's side of the lake: the session, and what its failures become. Only bootstrap builds these;
 * nothing here decides business.
 */
@NullMarked
package io.orderlake.adapters.spark;

import org.jspecify.annotations.NullMarked;
