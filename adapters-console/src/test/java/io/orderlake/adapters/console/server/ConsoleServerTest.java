package io.orderlake.adapters.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServerTest {
  private static final String MARKUP = "<script>alert(\"1\")</script>\u001b[2J\u202e&'\u0000";

  private final List<io.vavr.collection.Map<String, String>> asked = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private ConsoleStage console;

  @BeforeEach
  void serve() throws IOException {
    console =
        ConsoleStage.serving(
            form -> {
              asked.add(form);
              return new Answer.Elsewhere(Link.to("/runs").with("run", "a-1"));
            },
            () -> Map.of("freshness", "1.5 s"),
            new PlainPage("/", request -> shown("home")),
            new PlainPage("/echo", request -> shown(request.value("say").getOrElse("nothing"))),
            new PlainPage(
                "/file",
                request ->
                    new Answer.File(
                        LakeVersion.empty(), "a \u00e4.csv", "text/csv", new byte[] {'1'})),
            new PlainPage("/as-of", request -> shown(request.asOf().toString())),
            new PlainPage("/damaged", request -> fail(LakeFailure.lasting("a file is damaged"))),
            new PlainPage("/defect", request -> fail(new IllegalStateException("secret"))),
            new PlainPage("/heavy", "Heavy", true, request -> waiting()));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static Answer shown(String text) {
    return Answer.of(LakeVersion.empty(), () -> Tags.p(text), () -> Map.of("text", text));
  }

  private static Answer fail(RuntimeException failure) {
    throw failure;
  }

  private Answer waiting() {
    begun.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      throw LakeFailure.lasting("interrupted");
    }
    return shown("never");
  }

  @Test
  void a_page_is_html_for_people_and_json_for_programs() {
    HttpResponse<String> html = console.get("/echo?say=hello");
    HttpResponse<String> json = console.json("/echo?say=hello");

    assertThat(html.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(html.body()).startsWith("<!doctype html>").contains("<p>hello</p>");
    assertThat(json.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(json.body()).isEqualTo("{\n  \"text\" : \"hello\"\n}\n");
    assertThat(console.get("/echo?say=hello&format=json").body()).isEqualTo(json.body());
  }

  @Test
  void a_format_that_is_none_makes_no_sense() {
    HttpResponse<String> html = console.get("/echo?say=hello&format=xml");
    HttpResponse<String> json = console.json("/echo?say=hello&format=xml");

    assertThat(html.statusCode()).isEqualTo(400);
    assertThat(html.body()).contains("there is no format &#39;xml&#39;; there are html and json");
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.body()).contains("\"message\"", "there is no format 'xml'");
    assertThat(console.json("/echo?say=hello&format=html").body()).contains("<p>hello</p>");
    assertThat(console.get("/nowhere?format=xml").statusCode()).isEqualTo(404);
  }

  @Test
  void what_an_event_holds_is_text_and_never_markup() {
    String encoded = Link.to("/echo").with("say", MARKUP).href();

    assertThat(console.get(encoded).body())
        .contains("<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;·[2J·&amp;&#39;·</p>")
        .doesNotContain("<script>", "\u001b", "\u202e", "\u0000");
    assertThat(console.json(encoded).body())
        .contains("\\u001B", "\\u202e", "\\u0000")
        .doesNotContain("\u001b", "\u202e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/echo", "/nowhere", "/damaged", "/file", "/static/console.css"})
  void nothing_is_loaded_from_elsewhere_guessed_at_or_shown_in_a_frame(String path) {
    HttpResponse<String> answer = console.get(path);

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'; ")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:%s", "localhost:%s", "LOCALHOST:%s", "[::1]:%s"})
  void who_means_this_machine_is_answered(String host) throws IOException {
    assertThat(console.raw("GET / HTTP/1.1", "Host: " + host.formatted(console.server().port())))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: attacker.example:%s",
        "Host: 127.0.0.1.attacker.example:%s",
        "Host: localhost:%s\r\nHost: attacker.example",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host:",
        "X: y"
      })
  void who_was_led_here_under_another_name_or_port_is_not(String header) throws IOException {
    assertThat(console.raw("GET / HTTP/1.1", header.formatted(console.server().port())))
        .startsWith("HTTP/1.1 421")
        .doesNotContain("home");
  }

  @Test
  void the_link_with_the_token_lets_a_browser_ask() {
    HttpResponse<String> entered = console.get("/enter?token=" + ConsoleStage.TOKEN);

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("Location")).contains("/");
    assertThat(entered.headers().firstValue("Set-Cookie"))
        .contains(console.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
    assertThat(console.get("/enter?token=other").statusCode()).isEqualTo(403);
    assertThat(console.get("/").body()).contains("reading only");
    assertThat(console.getKnown("/").body()).contains("you may ask for runs");
  }

  @Test
  void who_has_shown_the_token_asks() {
    HttpResponse<String> answer = console.post("/ask", "job=audit&note=a+b%26c&blank=");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/runs?run=a-1");
    assertThat(asked)
        .containsExactly(io.vavr.collection.LinkedHashMap.of("job", "audit", "note", "a b&c"));
  }

  @Test
  void nobody_asks_without_the_token_or_from_another_site() {
    var form = BodyPublishers.ofString("job=audit");
    String origin = console.origin();
    String cookie = console.cookie();

    assertThat(
            List.of(
                console.send(console.request("/ask").header("Origin", origin).POST(form)),
                console.send(
                    console
                        .request("/ask")
                        .header("Origin", origin)
                        .header("Cookie", cookie + "x")
                        .POST(form)),
                console.send(console.request("/ask").header("Cookie", cookie).POST(form)),
                console.send(
                    console
                        .request("/ask")
                        .header("Cookie", cookie)
                        .header("Origin", "http://attacker.example")
                        .POST(form)),
                console.send(
                    console
                        .request("/ask")
                        .header("Cookie", cookie)
                        .header("Origin", "null")
                        .POST(form))))
        .hasSize(5)
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
    assertThat(console.post("/", "job=audit").statusCode()).isEqualTo(405);
    assertThat(console.post("/ask", "a".repeat(70_000)).statusCode()).isEqualTo(400);
    assertThat(asked).isEmpty();
  }

  @Test
  void beyond_the_loopback_address_reading_needs_the_token_too() throws IOException {
    try (ConsoleStage open =
        ConsoleStage.at(
            InetAddress.getByAddress(new byte[4]),
            form -> Answer.wrong("no"),
            Map::of,
            new PlainPage("/", request -> shown("home")))) {
      assertThat(open.get("/").statusCode()).isEqualTo(403);
      assertThat(open.json("/extra").statusCode()).isEqualTo(403);
      assertThat(open.get("/live").statusCode()).isEqualTo(403);
      assertThat(open.get("/alive").statusCode()).isEqualTo(200);
      assertThat(open.getKnown("/").body()).contains("home", "put a proxy with TLS before it");
    }
  }

  @Test
  void the_loopback_address_alone_is_listened_at() {
    assertThat(console.server().url())
        .isEqualTo("http://127.0.0.1:" + console.server().port() + "/");
    assertThat(console.get("/").body()).doesNotContain("TLS");
  }

  @Test
  void a_time_is_looked_back_to_by_every_page() {
    assertThat(console.json("/as-of?as_of=7").body()).contains(new AsOf.Version(7).toString());
    assertThat(console.json("/as-of").body()).contains(AsOf.NEWEST.toString());
    assertThat(console.get("/as-of?as_of=7").body())
        .contains("as of 7", "href=\"/echo?as_of=7\"", "href=\"/as-of\"");
    HttpResponse<String> wrong = console.json("/as-of?as_of=soon");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("'soon' is not a date");
  }

  @Test
  void what_cannot_be_read_is_said_and_a_defect_keeps_its_secrets() {
    HttpResponse<String> damaged = console.get("/damaged");
    HttpResponse<String> defect = console.get("/defect");

    assertThat(damaged.statusCode()).isEqualTo(503);
    assertThat(damaged.body()).contains("a file is damaged");
    assertThat(defect.statusCode()).isEqualTo(500);
    assertThat(defect.body()).contains("the log says why").doesNotContain("secret");
    assertThat(console.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void one_heavy_answer_is_made_at_a_time_and_it_can_be_cancelled() throws Exception {
    var first = java.util.concurrent.CompletableFuture.supplyAsync(() -> console.get("/heavy"));
    begun.await();

    HttpResponse<String> second = console.get("/heavy");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Refresh")).contains("3");
    assertThat(second.body()).contains("“Heavy” is being made", "Cancel what is being made");
    assertThat(console.get("/").statusCode()).isEqualTo(200);

    assertThat(console.post("/cancel", "").statusCode()).isEqualTo(200);
    HttpResponse<String> cancelled = first.get();
    assertThat(cancelled.statusCode()).isEqualTo(503);
    assertThat(cancelled.body()).contains("Heavy was cancelled");
    assertThat(console.post("/cancel", "").body()).contains("nothing was being made any more");
  }

  @Test
  void a_file_is_taken_away_under_its_name() {
    HttpResponse<String> file = console.get("/file");

    assertThat(file.body()).isEqualTo("1");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''a%20%C3%A4.csv");
  }

  @Test
  void what_pages_load_is_kept_by_the_browser_until_it_changes() {
    String style =
        java.util.regex.Pattern.compile("/static/console\\.css\\?v=[0-9a-f]{16}")
            .matcher(console.get("/").body())
            .results()
            .findFirst()
            .orElseThrow()
            .group();

    HttpResponse<String> loaded = console.get(style);
    assertThat(loaded.headers().firstValue("Cache-Control"))
        .contains("max-age=31536000, immutable");
    HttpResponse<String> asked =
        console.send(
            console
                .request("/static/console.css")
                .header("If-None-Match", loaded.headers().firstValue("ETag").orElseThrow()));
    assertThat(asked.statusCode()).isEqualTo(304);
    assertThat(asked.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(console.get("/static/../console.css").statusCode()).isEqualTo(404);
  }

  @Test
  void what_moves_is_told_as_it_moves() throws Exception {
    var stream =
        java.net.http.HttpClient.newHttpClient()
            .send(
                console.request("/live").build(),
                java.net.http.HttpResponse.BodyHandlers.ofLines());

    assertThat(stream.headers().firstValue("Content-Type"))
        .contains("text/event-stream; charset=utf-8");
    try (var lines = stream.body()) {
      assertThat(lines.filter(line -> !line.isEmpty()).limit(2))
          .containsExactly("data: {\"freshness\":\"1.5 s\"}", "data: {\"freshness\":\"1.5 s\"}");
    }
  }

  @Test
  void an_extra_is_told_as_it_is() {
    assertThat(console.get("/extra").body()).isEqualTo("as it is");
  }

  @Test
  void pages_are_not_served_under_other_methods() throws IOException {
    assertThat(console.raw("DELETE / HTTP/1.1", "Host: 127.0.0.1:" + console.server().port()))
        .startsWith("HTTP/1.1 405")
        .contains("Allow: GET, HEAD, POST");
    assertThat(console.raw("HEAD / HTTP/1.1", "Host: 127.0.0.1:" + console.server().port()))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("home");
  }

  @Test
  void a_port_that_is_taken_is_said() {
    Place taken =
        new Place(InetAddress.getLoopbackAddress(), console.server().port(), ConsoleStage.TOKEN);
    Contents contents =
        new Contents(
            ConsoleStage.VIEW,
            io.vavr.collection.List.of(new PlainPage("/", request -> shown("home"))),
            io.vavr.collection.List.empty(),
            Map::of,
            form -> Answer.wrong("no"));

    assertThatThrownBy(() -> ConsoleServer.start(taken, contents))
        .isInstanceOf(BindException.class);
    assertThat(taken.toString()).doesNotContain(ConsoleStage.TOKEN);
  }

  @Test
  void a_tree_leads_nowhere_else_and_runs_nothing() {
    assertThatThrownBy(() -> Tags.p("x").with("href", "https://attacker.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Html.of().markup()).isEmpty();
  }
}
