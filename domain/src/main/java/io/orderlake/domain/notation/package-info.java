/**
 * How tables and records that are not of the contract write numbers and times. Called by whoever
 * reads feeds and by the mappings of sources. Promises that what can mean two things is never
 * guessed.
 */
@NullMarked
package io.orderlake.domain.notation;

import org.jspecify.annotations.NullMarked;
