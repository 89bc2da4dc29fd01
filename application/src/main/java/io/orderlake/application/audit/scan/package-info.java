/**
 * Reading the tables of one lake version, whole and on several threads: what is read, how far it
 * has come, and who does the steps.
 *
 * <p>The audit scans twice: for its passes, and for the rows behind the differences if there are
 * any. Nothing here judges what it reads, or keeps it.
 */
@NullMarked
package io.orderlake.application.audit.scan;

import org.jspecify.annotations.NullMarked;
