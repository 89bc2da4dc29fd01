/**
 * The role {@code produce}: synthetic orders, or a real feed that is looked at first; what is said
 * of both, and the file of what Kafka has acknowledged.
 *
 * <p>Called by the command line. Promises that its exit code says otherwise unless all was
 * acknowledged.
 */
@NullMarked
package io.orderlake.bootstrap.cli.produce;

import org.jspecify.annotations.NullMarked;
