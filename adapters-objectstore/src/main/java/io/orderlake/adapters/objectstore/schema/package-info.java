/**
 * Answers of a schema registry as objects. Called by whoever reads records, also in tasks; promises
 * that the first answer to an id stays.
 */
@NullMarked
package io.orderlake.adapters.objectstore.schema;

import org.jspecify.annotations.NullMarked;
