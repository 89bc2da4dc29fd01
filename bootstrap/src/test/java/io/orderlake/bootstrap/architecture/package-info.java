/**
 * What may depend on what, as tests. Each rule is a function of the packages it speaks of: it must
 * hold in Orderlake and must fail in {@code offenders}, a small hexagon in which every rule is
 * broken once.
 */
@NullMarked
package io.orderlake.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
