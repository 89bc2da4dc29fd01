/**
 * What has been told of a lake's troubles, as a file of the lake. Called by whoever tells them;
 * promises that one process at a time does, and that the next one goes on from there.
 */
@NullMarked
package io.orderlake.adapters.filesystem.alert;

import org.jspecify.annotations.NullMarked;
