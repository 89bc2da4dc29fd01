/** What use cases share about the published lake. Called by the use cases of the other packages. */
@NullMarked
package io.orderlake.application.lake;

import org.jspecify.annotations.NullMarked;
