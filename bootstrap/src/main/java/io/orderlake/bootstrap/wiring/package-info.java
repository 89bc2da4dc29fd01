/**
 * Which adapter stands behind which port: one small Guice module per adapter, put together in
 * {@link io.orderlake.bootstrap.wiring.Lakehouse}. Guice is used here and nowhere else.
 */
@NullMarked
package io.orderlake.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
