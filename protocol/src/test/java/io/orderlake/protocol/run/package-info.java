/** The protocol's words against the contract's schemas and samples. */
@NullMarked
package io.orderlake.protocol.run;

import org.jspecify.annotations.NullMarked;
