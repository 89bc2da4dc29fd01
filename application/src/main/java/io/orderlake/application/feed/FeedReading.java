package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.notation.NumberStyle;

/**
 * How a feed is read, once everything about it is settled.
 *
 * @param form what it is made of
 * @param settings what was said about it
 * @param numbers how its table writes them
 */
record FeedReading(FeedForm form, FeedSettings settings, NumberStyle numbers) {}
