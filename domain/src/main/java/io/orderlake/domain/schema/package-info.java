/**
 * Schemas: what records name by a number instead of carrying it. A registry tells them once; the
 * lake keeps what it was told for ever, so that a replay asks nobody. Called by the formats that
 * need schemas, and by the redrive, which asks again for what was unknown. Promises that one id has
 * one answer in one run.
 */
@NullMarked
package io.orderlake.domain.schema;

import org.jspecify.annotations.NullMarked;
