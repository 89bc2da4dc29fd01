package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium, which notes what it asks for and what its pages complain of. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ChromeDriver driver;
  private final List<URI> asked = new ArrayList<>();
  private final String axe;

  private Browser(ChromeDriver driver) throws IOException {
    this.driver = driver;
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      assertThat(script).isNotNull();
      this.axe = new String(script.readAllBytes(), UTF_8);
    }
  }

  /**
   * Starts one; the test is skipped where there is none.
   *
   * @param profile its directory, which it makes
   */
  static Browser open(Path profile) throws IOException {
    Optional<Path> chromium = program("chromium");
    Optional<Path> chromedriver = program("chromedriver");
    assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "chromium is not installed: apt-get install --no-install-recommends chromium"
            + " chromium-driver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // which Chromium refuses to do without as root
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void visit(String url) {
    driver.get(url);
  }

  String url() {
    return driver.getCurrentUrl();
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** The text of an element that is there once. */
  String text(String css) {
    return driver.findElement(By.cssSelector(css)).getText();
  }

  /** The texts of elements, in their order on the page. */
  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** Presses keys in an element. */
  void type(String css, String keys) {
    driver.findElement(By.cssSelector(css)).sendKeys(keys);
  }

  /** The addresses of links. */
  List<String> links(String css) {
    return driver.findElements(By.cssSelector(css)).stream()
        .map(link -> String.valueOf(link.getDomProperty("href")))
        .toList();
  }

  void press(String label) {
    driver.findElements(By.tagName("button")).stream()
        .filter(button -> button.getText().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no button " + label))
        .click();
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  /** The element that a first press of the tab key leads to. */
  String firstByKeyboard() {
    driver.findElement(By.tagName("body")).sendKeys(org.openqa.selenium.Keys.TAB);
    WebElement focused = driver.switchTo().activeElement();
    return focused.getText();
  }

  /** Waits until a text is as it should be, on this page or the one that comes after it. */
  String await(String css, Predicate<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String text = textNow(css);
    while (!wanted.test(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(css + " stayed '" + text + "' at " + url());
      }
      Thread.sleep(100);
      text = textNow(css);
    }
    return text;
  }

  /** Nothing while the page with the element goes or comes. */
  private String textNow(String css) {
    try {
      return text(css);
    } catch (StaleElementReferenceException | NoSuchElementException e) {
      return "";
    }
  }

  /** Shows pages as people see them who prefer it so. */
  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** As wide as that, as a phone may be. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  /** How much of the page lies beside the screen. */
  long beside() {
    Object beside =
        ((JavascriptExecutor) driver)
            .executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
    return beside instanceof Number number ? number.longValue() : Long.MAX_VALUE;
  }

  /** What axe finds in the page, each with where. */
  List<String> violations() {
    driver.executeScript(axe);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(
              result => done(result.violations.map(one =>
                one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' '))),
              failure => done([String(failure)]));
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Whoever was asked for anything since it was opened, by address. */
  List<URI> asked() throws IOException {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      String method = message.path("method").asText();
      String url = message.path("params").path("request").path("url").asText();
      if (method.equals("Network.requestWillBeSent") && url.startsWith("http")) {
        asked.add(URI.create(url));
      }
    }
    return List.copyOf(asked);
  }

  /** What pages complained of: what the content security policy forbids, scripts that break. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Takes a picture of the page. */
  void picture(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
