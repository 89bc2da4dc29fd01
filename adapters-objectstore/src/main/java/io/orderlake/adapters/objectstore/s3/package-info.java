/** Objects on S3, through the client that Hadoop has configured. */
@NullMarked
package io.orderlake.adapters.objectstore.s3;

import org.jspecify.annotations.NullMarked;
