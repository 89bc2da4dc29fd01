/** Tests of how JSON is read strictly. */
@NullMarked
package io.orderlake.protocol.json;

import org.jspecify.annotations.NullMarked;
