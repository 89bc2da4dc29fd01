/**
 * The lake's versions and properties as objects. Called by the wiring, behind the domain's ports;
 * promises that what was published is never replaced and that no number is used twice.
 */
@NullMarked
package io.orderlake.adapters.objectstore.lake;

import org.jspecify.annotations.NullMarked;
