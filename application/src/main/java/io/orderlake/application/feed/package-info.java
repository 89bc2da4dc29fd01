/**
 * Publishing a real feed: lines as they are, rows of a table as order events, or what a source's
 * mapping makes of rows and records. Called by the command line. Promises that a feed is looked at
 * before anything of it is published, and that publishing the same rows again, in whatever feed,
 * gives the same events with the same ids, so that they count once.
 */
@NullMarked
package io.orderlake.application.feed;

import org.jspecify.annotations.NullMarked;
