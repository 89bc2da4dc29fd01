/** What is said of Gold as it is served, for programs. */
@NullMarked
package io.orderlake.answers.serve;

import org.jspecify.annotations.NullMarked;
