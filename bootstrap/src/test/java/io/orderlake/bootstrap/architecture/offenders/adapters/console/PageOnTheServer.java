package io.orderlake.bootstrap.architecture.offenders.adapters.console;

import com.sun.net.httpserver.Headers;

/** Breaks: a page knows nothing of how it is served. */
public final class PageOnTheServer {
  private PageOnTheServer() {}

  public static Headers headers() {
    return new Headers();
  }
}
