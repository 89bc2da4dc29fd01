/** The contract suites on files, and what only files and processes can break. */
@NullMarked
package io.orderlake.adapters.filesystem.run;

import org.jspecify.annotations.NullMarked;
