package io.orderlake.adapters.kafka.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost:9092|localhost:9092",
        "a.example:1, b.example:65535|a.example:1,b.example:65535",
        "a:1,|a:1",
        "[::1]:9092,[fe80::1%eth0]:9093|[::1]:9092,[fe80::1%eth0]:9093",
        "SASL_SSL://broker-1:9093|broker-1:9093",
        "under_scored:9092|under_scored:9092",
      })
  void a_list_of_brokers_is_read_as_kafka_wants_it(String text, String read) {
    assertThat(ServerAddress.list(text).get().mkString(",")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost|'localhost' has no port; write e.g. localhost:9092",
        "localhost:|has no port; write e.g. localhost:9092",
        "a:1,b|'b' has no port",
        ":9092|has no host; write e.g. localhost:9092",
        "a:port|has the port 'port', which is no number from 1 to 65535",
        "a:0|has the port '0'",
        "a:65536|has the port '65536'",
        "a:-1|has the port '-1'",
        "a:99999999999|has the port '99999999999'",
        "::1:9092|write it in brackets, e.g. [::1]:9092",
        "[::1]|has no port",
        "a:1 b:2|put commas between brokers",
        "a:1;b:2|put commas between brokers",
        "http://a:9092|is a web address or a path",
        "ka$ka:9092|holds a character that no host name has",
        "' , '|names no broker",
      })
  void a_text_that_is_no_list_of_brokers_is_refused_with_what_is_wrong(String text, String why) {
    assertThat(ServerAddress.list(text).getLeft()).contains(why);
  }

  @Test
  void an_address_of_ipv6_loses_its_brackets_and_is_shown_with_them() {
    ServerAddress address = ServerAddress.list("[::1]:9092").get().head();
    assertThat(address).isEqualTo(new ServerAddress("::1", 9092)).hasToString("[::1]:9092");
  }
}
