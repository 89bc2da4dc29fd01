/**
 * The formats of sources that need schemas, what stands before their records, and what is wrapped
 * around them. Made where the configuration is read; they travel to wherever records are judged.
 */
@NullMarked
package io.orderlake.adapters.registry.format;

import org.jspecify.annotations.NullMarked;
