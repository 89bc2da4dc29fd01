/**
 * Silver's rows at one version. Called through {@link io.orderlake.domain.silver.SilverView};
 * several files may be read at the same time.
 */
@NullMarked
package io.orderlake.adapters.delta.silver;

import org.jspecify.annotations.NullMarked;
