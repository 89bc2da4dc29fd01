/**
 * The quarantine at one version, record by record, byte for byte. Called through {@link
 * io.orderlake.domain.quarantine.QuarantineView}.
 */
@NullMarked
package io.orderlake.adapters.delta.quarantine;

import org.jspecify.annotations.NullMarked;
