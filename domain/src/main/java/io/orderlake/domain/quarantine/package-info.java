/** Records that broke a rule, with every reason, and the port that reads them. */
@NullMarked
package io.orderlake.domain.quarantine;

import org.jspecify.annotations.NullMarked;
