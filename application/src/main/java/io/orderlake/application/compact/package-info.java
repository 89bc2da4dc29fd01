/** The job that rewrites small files. Called by the runner. */
@NullMarked
package io.orderlake.application.compact;

import org.jspecify.annotations.NullMarked;
