/**
 * What an audit knows and memory cannot hold: facts about events and records, sums by Gold cell, as
 * bytes of a fixed size in the spill files of the scratch space. Rows, cells and keys are known by
 * their fingerprints.
 *
 * <p>The audit's passes put in whatever they come upon, in any order and on several threads, and
 * get it back bin by bin, everything about one event or one cell together. Memory is bounded by the
 * size of a bin. Nothing here judges what it holds.
 */
@NullMarked
package io.orderlake.application.audit.spill;

import org.jspecify.annotations.NullMarked;
