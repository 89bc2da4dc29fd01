/** What the words of this package are held to. */
@NullMarked
package io.orderlake.protocol.gold;

import org.jspecify.annotations.NullMarked;
