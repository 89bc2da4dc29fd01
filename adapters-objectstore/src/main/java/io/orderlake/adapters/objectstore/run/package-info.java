/**
 * Requests, results, the run journal and the leader lock as objects. Called by the wiring, behind
 * the domain's ports; promises that whatever two could decide is decided by one put of one new
 * object, and that no clock decides more than when somebody looks or gives up.
 */
@NullMarked
package io.orderlake.adapters.objectstore.run;

import org.jspecify.annotations.NullMarked;
