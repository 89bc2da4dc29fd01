/** Tests of what has been told of a lake's troubles. */
@NullMarked
package io.orderlake.adapters.filesystem.alert;

import org.jspecify.annotations.NullMarked;
