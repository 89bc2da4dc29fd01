/**
 * The trigger protocol, the journal and the runner's leader lock on a file system. Wired by
 * bootstrap; promises what the ports promise on any POSIX file system whose rename is atomic. What
 * lies where is written up in {@code docs/protocol.md}.
 */
@NullMarked
package io.orderlake.adapters.filesystem.run;

import org.jspecify.annotations.NullMarked;
