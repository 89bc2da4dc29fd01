/** Documents in which texts are nothing but texts. */
@NullMarked
package io.orderlake.adapters.console.html;

import org.jspecify.annotations.NullMarked;
