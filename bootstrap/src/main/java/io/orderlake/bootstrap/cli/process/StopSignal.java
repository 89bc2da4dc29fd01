package io.orderlake.bootstrap.cli.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM, as a wish to stop: the first one is noted and the role ends in its own order,
 * which the JVM's shutdown hooks cannot promise (Spark's would stop Spark under a running job). The
 * second one ends the process at once.
 */
public final class StopSignal {
  private final CountDownLatch wished = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens from now on. */
  public static StopSignal listen() {
    StopSignal signal = new StopSignal();
    try {
      signal.handle("INT");
      signal.handle("TERM");
    } catch (ReflectiveOperationException e) {
      // Another vendor's JVM without signal handlers: its shutdown hooks have to do.
      Runtime.getRuntime().addShutdownHook(new Thread(signal::arrived, "stop-signal"));
    }
    return signal;
  }

  /** Whether there has been a wish to stop. */
  public boolean isRaised() {
    return wished.getCount() == 0;
  }

  /** Waits for the wish; false when the time is over first. */
  public boolean await(Duration atMost) throws InterruptedException {
    return wished.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void arrived() {
    if (isRaised()) {
      Runtime.getRuntime().halt(ExitCode.STOPPED.code());
    }
    wished.countDown();
  }

  /** By reflection: the class is the JDK's, but not part of the Java platform's specification. */
  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signalClass = Class.forName("sun.misc.Signal");
    Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
    InvocationHandler arrived =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            arrived();
          }
          return null;
        };
    Object handler =
        Proxy.newProxyInstance(
            StopSignal.class.getClassLoader(), new Class<?>[] {handlerClass}, arrived);
    Object signal = signalClass.getConstructor(String.class).newInstance(name);
    signalClass.getMethod("handle", signalClass, handlerClass).invoke(null, signal, handler);
  }
}
