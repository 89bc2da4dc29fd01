/**
 * A schema registry behind Confluent's REST API, asked with the JDK's own client. Called by whoever
 * judges records for the first time. Promises that no secret of the connection is in any message.
 */
@NullMarked
package io.orderlake.adapters.registry.rest;

import org.jspecify.annotations.NullMarked;
