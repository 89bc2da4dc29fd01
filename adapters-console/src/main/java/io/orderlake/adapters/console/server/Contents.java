package io.orderlake.adapters.console.server;

import io.orderlake.adapters.console.page.Asking;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Extra;
import io.orderlake.adapters.console.page.Live;
import io.orderlake.adapters.console.page.Page;
import io.vavr.collection.Seq;

/**
 * What a console serves.
 *
 * @param view how its pages show things
 * @param pages in the order of the navigation; the first is at home
 * @param extras told as they are
 * @param live what moves
 * @param asking what comes of forms that ask for runs
 */
public record Contents(
    ConsoleView view, Seq<Page> pages, Seq<Extra> extras, Live live, Asking asking) {}
