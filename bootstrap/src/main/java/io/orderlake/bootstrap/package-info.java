/**
 * The program: its main class. What it consists of is put together in {@code wiring}, what it can
 * be asked for is in {@code cli}.
 */
@NullMarked
package io.orderlake.bootstrap;

import org.jspecify.annotations.NullMarked;
