package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.text.Json;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the page that answers, and sends the answer in the form that is wanted. */
final class PageDesk {
  /** Where what is being made for somebody is cancelled. */
  static final String CANCEL = "/cancel";

  private static final Logger LOG = LoggerFactory.getLogger(PageDesk.class);
  private static final String REFRESH_SECONDS = "3";

  private final Contents contents;
  private final Frame frame;
  private final HeavyGate gate;
  private final Map<String, Page> pages;

  PageDesk(Contents contents, Frame frame, HeavyGate gate) {
    this.contents = contents;
    this.frame = frame;
    this.gate = gate;
    this.pages = contents.pages().toMap(page -> Tuple.of(page.path(), page));
  }

  /**
   * What is sent.
   *
   * @param headers beside those that every reply has
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared never
  private record Sent(int status, String mediaType, byte[] body, Map<String, String> headers) {
    Sent(int status, String mediaType, byte[] body) {
      this(status, mediaType, body, HashMap.empty());
    }

    Sent with(String header, String value) {
      return new Sent(status, mediaType, body, headers.put(header, value));
    }

    void send(HttpExchange exchange) throws IOException {
      Headers all = exchange.getResponseHeaders();
      headers.forEach(all::set);
      Reply.send(exchange, status, mediaType, body);
    }
  }

  /** A page. */
  void show(HttpExchange exchange, String path, LinkedHashMap<String, String> given, boolean mayAsk)
      throws IOException {
    boolean json = isJson(exchange, given);
    Option<Page> page = pages.get(path);
    LinkedHashMap<String, String> parameters = given.remove(ConsoleServer.FORMAT);
    Either<String, AsOf> asOf = asOf(parameters);
    Option<String> unknown = given.get(ConsoleServer.FORMAT).filter(format -> !isKnown(format));
    if (page.isEmpty()) {
      refused(404, "there is no page " + path, json).send(exchange);
    } else if (unknown.isDefined()) {
      refuse(exchange, 400, "there is no format '" + unknown.get() + "'; there are html and json");
    } else if (asOf.isLeft()) {
      refused(400, asOf.getLeft(), json).send(exchange);
    } else {
      PageRequest request = new PageRequest(path, parameters, asOf.get(), mayAsk);
      made(page.get(), request, json).send(exchange);
    }
  }

  private static boolean isJson(HttpExchange exchange, LinkedHashMap<String, String> parameters) {
    return parameters
        .get(ConsoleServer.FORMAT)
        .map(format -> format.equals("json"))
        .getOrElse(() -> Accept.isJson(exchange.getRequestHeaders().get("Accept")));
  }

  private static boolean isKnown(String format) {
    return format.equals("html") || format.equals("json");
  }

  private Either<String, AsOf> asOf(LinkedHashMap<String, String> parameters) {
    return parameters
        .get(PageRequest.AS_OF)
        .map(text -> AsOf.parse(text, contents.view().zone()))
        .getOrElse(() -> Either.right(AsOf.NEWEST));
  }

  private Sent made(Page page, PageRequest request, boolean json) {
    Supplier<Sent> answer = () -> sent(page, request, page.answer(request), json);
    try {
      return page.isHeavy(request)
          ? gate.alone(page.title(), answer).getOrElse(() -> busy(json))
          : answer.get();
    } catch (HeavyGate.CancelledException e) {
      return refused(503, e.getMessage() + "; load the page again to have it made", json);
    } catch (LakeFailure e) {
      return refused(503, String.valueOf(e.getMessage()), json);
    } catch (RuntimeException e) {
      LOG.error("the console could not show {}", request.path(), e);
      return refused(500, "this could not be shown; the log says why", json);
    }
  }

  private Sent sent(Page page, PageRequest request, Answer answer, boolean json) {
    if (answer instanceof Answer.Shown shown) {
      return of(
          shown.lake(),
          json
              ? new Sent(200, Reply.JSON, json(shown.json().get()))
              : new Sent(
                  200, Reply.HTML, frame.page(page, request, shown.lake(), shown.html().get())));
    }
    return withoutPage(answer, json);
  }

  private Sent withoutPage(Answer answer, boolean json) {
    if (answer instanceof Answer.File file) {
      return of(file.lake(), new Sent(200, file.mediaType(), file.bytes()))
          .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()));
    }
    if (answer instanceof Answer.Elsewhere elsewhere) {
      return new Sent(303, Reply.TEXT, new byte[0]).with("Location", elsewhere.link().href());
    }
    if (answer instanceof Answer.Refused refused) {
      return refused(refused.status(), refused.sentence(), json);
    }
    throw new IllegalStateException("what is shown has a page: " + answer);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  private static byte[] json(java.util.Map<String, ?> document) {
    return (Json.text(document).lines().mkString("\n") + "\n").getBytes(UTF_8);
  }

  private static Sent of(LakeVersion lake, Sent sent) {
    return sent.with("Orderlake-Lake-Version", Long.toString(lake.number()))
        .with("Vary", "Accept, Cookie");
  }

  private Sent busy(boolean json) {
    String doing =
        gate.busy()
            .map(
                busy ->
                    "“"
                        + busy.title()
                        + "” is being made, since "
                        + busy.since().toSeconds()
                        + " s")
            .getOrElse("another answer was being made");
    String sentence =
        doing + "; one heavy answer is made at a time, this page asks again by itself";
    Element cancel =
        Element.of("form", Tags.submit("Cancel what is being made"))
            .with("method", "post")
            .with("action", CANCEL);
    return refused(503, sentence, Html.of(Tags.p(sentence), cancel), json)
        .with("Retry-After", REFRESH_SECONDS)
        .with("Refresh", REFRESH_SECONDS);
  }

  /** Has what is being made broken off. */
  void cancel(HttpExchange exchange) throws IOException {
    boolean cancelled = gate.cancel();
    String sentence =
        cancelled ? "what was being made is broken off" : "nothing was being made any more";
    refused(200, sentence, isJson(exchange, LinkedHashMap.empty())).send(exchange);
  }

  /** What comes of asking. */
  void reply(HttpExchange exchange, Answer answer) throws IOException {
    withoutPage(answer, isJson(exchange, LinkedHashMap.empty())).send(exchange);
  }

  /** Says why there is no answer. */
  void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
    refused(status, sentence, isJson(exchange, LinkedHashMap.empty())).send(exchange);
  }

  private Sent refused(int status, String sentence, boolean json) {
    return refused(status, sentence, Tags.p(sentence), json);
  }

  private Sent refused(int status, String sentence, Html body, boolean json) {
    return json
        ? new Sent(status, Reply.JSON, json(HashMap.of("message", sentence).toJavaMap()))
        : new Sent(status, Reply.HTML, frame.trouble(title(status), body));
  }

  private static String title(int status) {
    return switch (status) {
      case 200 -> "Done";
      case 400 -> "That makes no sense";
      case 403 -> "Not allowed";
      case 404 -> "Not there";
      case 503 -> "Not now";
      default -> "Not shown";
    };
  }
}
