/**
 * Whether a lake is well: {@link io.orderlake.application.check.CheckLake} holds its metrics to the
 * limits of {@link io.orderlake.domain.alert.Limits}. Called by the role {@code check} and by
 * whoever tells troubles unasked; promises to read only, and to judge nothing by what could not be
 * read.
 */
@NullMarked
package io.orderlake.application.check;

import org.jspecify.annotations.NullMarked;
