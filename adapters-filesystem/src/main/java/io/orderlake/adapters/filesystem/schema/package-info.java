/**
 * The schemas that a lake keeps, a file for each id. Called where records are read. Promises that a
 * file is whole or not there, is never changed, and is named when it is damaged.
 */
@NullMarked
package io.orderlake.adapters.filesystem.schema;

import org.jspecify.annotations.NullMarked;
