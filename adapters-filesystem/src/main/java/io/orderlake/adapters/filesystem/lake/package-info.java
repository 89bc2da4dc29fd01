/**
 * Published lake versions as files, one for each, and scratch space. Wired by bootstrap; promises
 * that a version is visible whole or not at all and that a damaged one is named.
 */
@NullMarked
package io.orderlake.adapters.filesystem.lake;

import org.jspecify.annotations.NullMarked;
