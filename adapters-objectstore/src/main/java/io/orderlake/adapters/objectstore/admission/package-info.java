/** Whether a store keeps what a lake stands on. */
@NullMarked
package io.orderlake.adapters.objectstore.admission;

import org.jspecify.annotations.NullMarked;
