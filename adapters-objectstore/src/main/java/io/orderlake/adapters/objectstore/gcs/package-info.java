/** Google Cloud Storage. */
@NullMarked
package io.orderlake.adapters.objectstore.gcs;

import org.jspecify.annotations.NullMarked;
