/**
 * Delta's log and Hadoop's files on a local disk: of several who commit one version exactly one
 * succeeds, and no file costs a process. Spark, Hadoop and Delta load these classes by the names
 * that the session's settings give.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.disk;

import org.jspecify.annotations.NullMarked;
