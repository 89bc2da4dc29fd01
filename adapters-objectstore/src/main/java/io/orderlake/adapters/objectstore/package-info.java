/**
 * Objects of a store by their keys. Of several who put one new object exactly one succeeds, and
 * whoever was answered nothing finds out what became of it.
 */
@NullMarked
package io.orderlake.adapters.objectstore;

import org.jspecify.annotations.NullMarked;
