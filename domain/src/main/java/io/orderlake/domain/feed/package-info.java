/**
 * Real feeds of orders, as found: the port through which they are read, by line or by row. Called
 * by the publishing use case; implemented by a file system adapter. Promises that nothing is
 * skipped: what cannot be read is an error that says where. Beside it, how its columns show what
 * style their numbers are written in, and how many of its rows say the same.
 */
@NullMarked
package io.orderlake.domain.feed;

import org.jspecify.annotations.NullMarked;
