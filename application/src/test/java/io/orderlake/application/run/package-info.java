/** Stories of the use cases around runs, told on the in-memory twin. */
@NullMarked
package io.orderlake.application.run;

import org.jspecify.annotations.NullMarked;
