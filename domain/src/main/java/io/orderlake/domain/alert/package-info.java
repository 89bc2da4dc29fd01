/**
 * What is wrong with a lake, by limits that everybody shares: {@link
 * io.orderlake.domain.alert.Limits} has the numbers, {@link io.orderlake.domain.alert.Alert} what
 * can be wrong. Used by the use case that checks a lake and by whoever is told of troubles;
 * promises nothing of how they are told.
 */
@NullMarked
package io.orderlake.domain.alert;

import org.jspecify.annotations.NullMarked;
