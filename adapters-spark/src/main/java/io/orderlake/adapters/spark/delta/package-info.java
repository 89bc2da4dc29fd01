/**
 * Delta tables as Orderlake writes them: files from tasks, then one commit with positions. The only
 * package that knows Delta's log and transaction classes.
 */
@NullMarked
package io.orderlake.adapters.spark.delta;

import org.jspecify.annotations.NullMarked;
