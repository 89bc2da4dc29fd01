/**
 * What is said of a lake and of what runs count: the counts themselves, the tables' versions and
 * positions, published lake versions, the lake's properties. Called by whoever stores or shows
 * them; promises that what is written is read back equal, and that what earlier versions wrote is
 * read.
 */
@NullMarked
package io.orderlake.protocol.lake;

import org.jspecify.annotations.NullMarked;
