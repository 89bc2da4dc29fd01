/** Tests of the use case that checks a lake. */
@NullMarked
package io.orderlake.application.check;

import org.jspecify.annotations.NullMarked;
