/**
 * Troubles as JSON: as they are kept beside a lake, and as whoever is told of them gets them.
 * Called by the adapters that do one of the two. Promises that what is damaged is told from what is
 * not.
 */
@NullMarked
package io.orderlake.protocol.alert;

import org.jspecify.annotations.NullMarked;
