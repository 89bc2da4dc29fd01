/**
 * What all file system adapters share: files that are whole or absent after a crash. For the
 * packages below; promises that a step that returned survives the machine's crash.
 */
@NullMarked
package io.orderlake.adapters.filesystem;

import org.jspecify.annotations.NullMarked;
