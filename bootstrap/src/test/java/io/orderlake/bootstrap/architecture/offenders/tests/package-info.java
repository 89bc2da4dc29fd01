/** Tests that cannot fail, for the rules that find them. Their names keep them from being run. */
@NullMarked
package io.orderlake.bootstrap.architecture.offenders.tests;

import org.jspecify.annotations.NullMarked;
