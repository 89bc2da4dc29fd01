package io.orderlake.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AttentiveLogTest {
  private static final byte[] VALUE = {1};
  private static final Delivery STORED =
      new Delivery.Acknowledged(new SourcePosition("orders", 0, 0));
  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  private final Held held = new Held();

  @Test
  void a_silence_is_told_with_its_reason_while_the_caller_is_held_up_and_so_is_its_end()
      throws Exception {
    try (AttentiveLog log = log(Option.some("nothing listens there"))) {
      log.publish(null, VALUE, delivery -> {});
      assertThat(notes.take()).contains("acknowledged nothing", "1 events wait", "nothing listens");

      Thread next = new Thread(() -> log.publish(null, VALUE, delivery -> {}), "next");
      next.start();
      assertThat(notes.take()).contains("nothing listens there");
      assertThat(held.deliveries).hasSize(1);
      held.deliveries.take().accept(STORED);
      next.join();
      assertThat(held.deliveries).hasSize(1);
      assertThat(notes).contains("Kafka acknowledges again");
    }
  }

  @Test
  void a_broker_that_answers_and_acknowledges_nothing_is_called_that() throws Exception {
    try (AttentiveLog log = log(Option.none())) {
      log.publish(null, VALUE, delivery -> {});
      assertThat(notes.take()).contains("the broker answers and acknowledges nothing");
    }
  }

  private AttentiveLog log(Option<String> why) {
    AttentiveLog log = new AttentiveLog(held, () -> why, Duration.ofMillis(50));
    log.tell(notes::add);
    return log;
  }

  /** Holds what is to be told of each record. */
  private static final class Held implements OrderEventLog {
    final BlockingQueue<Consumer<Delivery>> deliveries = new LinkedBlockingQueue<>();

    @Override
    public void publish(String key, byte[] value, Consumer<Delivery> acknowledged) {
      deliveries.add(acknowledged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
