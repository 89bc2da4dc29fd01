/**
 * What becomes of published records, counted: shared by the use cases that publish. Promises that
 * no failed delivery goes unreported.
 */
@NullMarked
package io.orderlake.application.delivery;

import org.jspecify.annotations.NullMarked;
