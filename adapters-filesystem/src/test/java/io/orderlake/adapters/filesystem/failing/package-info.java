/** Every file adapter of this module on a file system that fails: one fault, one verdict. */
@org.jspecify.annotations.NullMarked
package io.orderlake.adapters.filesystem.failing;
