/**
 * Publishing a real feed: lines as they are, or rows of a table as order events. Called by the
 * command line. Promises that publishing the same feed twice gives the same events with the same
 * ids, so that the second time counts for nothing.
 */
@NullMarked
package io.orderlake.application.feed;

import org.jspecify.annotations.NullMarked;
