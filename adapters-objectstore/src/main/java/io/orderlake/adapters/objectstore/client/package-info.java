/** What clients of all stores do alike. */
@NullMarked
package io.orderlake.adapters.objectstore.client;

import org.jspecify.annotations.NullMarked;
