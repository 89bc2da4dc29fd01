/** Serving Gold, on twins. */
@NullMarked
package io.orderlake.application.serve;

import org.jspecify.annotations.NullMarked;
