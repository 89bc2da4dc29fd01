/** The stores that are known, told by their names. */
@NullMarked
package io.orderlake.adapters.objectstore.stores;

import org.jspecify.annotations.NullMarked;
