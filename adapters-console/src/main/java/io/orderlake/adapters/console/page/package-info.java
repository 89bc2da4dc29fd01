/**
 * What a page of the console is: asked by its path, its parameters and the time that it is to show,
 * it answers with one lake version, as HTML and as JSON.
 *
 * <p>Implemented by each page, called by the server; promises that all pages look and behave alike.
 */
@NullMarked
package io.orderlake.adapters.console.page;

import org.jspecify.annotations.NullMarked;
