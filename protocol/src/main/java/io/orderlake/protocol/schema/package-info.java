/**
 * The schemas that a lake keeps, as JSON. Called by whoever keeps them in files. Promises that what
 * is damaged is told from what is not.
 */
@NullMarked
package io.orderlake.protocol.schema;

import org.jspecify.annotations.NullMarked;
