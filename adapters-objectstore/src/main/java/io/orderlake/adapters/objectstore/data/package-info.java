/**
 * Data files on an object store, by the requests that they cost. Hadoop makes the file system by
 * the name that its settings give.
 */
@NullMarked
package io.orderlake.adapters.objectstore.data;

import org.jspecify.annotations.NullMarked;
