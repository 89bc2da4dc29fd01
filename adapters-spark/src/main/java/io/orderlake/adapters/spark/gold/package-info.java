/** The Gold tables: folds Silver rows with the domain's monoid and replaces only touched files. */
@NullMarked
package io.orderlake.adapters.spark.gold;

import org.jspecify.annotations.NullMarked;
