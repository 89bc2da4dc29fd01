/** Delta's log on an object store. Delta makes this by the name that its settings give. */
@NullMarked
package io.orderlake.adapters.objectstore.log;

import org.jspecify.annotations.NullMarked;
