/**
 * Real feeds of orders, as found: the port through which they are read, by line or by row. Called
 * by the publishing use case; implemented by a file system adapter. Promises that nothing is
 * skipped: what cannot be read is an error that says where. Beside it, what a row says: its numbers
 * and times as tables write them, and its identity.
 */
@NullMarked
package io.orderlake.domain.feed;

import org.jspecify.annotations.NullMarked;
