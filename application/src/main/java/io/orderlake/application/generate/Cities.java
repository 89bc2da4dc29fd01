package io.orderlake.application.generate;

import io.orderlake.domain.order.Normalisation;
import io.vavr.collection.Array;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Where the synthetic customers live, roughly by size. */
final class Cities {
  private record City(String name, int weight) {}

  private static final Array<City> CITIES =
      Array.of(
          new City("New York", 18),
          new City("London", 14),
          new City("São Paulo", 10),
          new City("Paris", 9),
          new City("Berlin", 8),
          new City("Madrid", 7),
          new City("Los Angeles", 7),
          new City("Toronto", 6),
          new City("Hamburg", 5),
          new City("München", 5),
          new City("Wien", 5),
          new City("Zürich", 4),
          new City("Köln", 4),
          new City("Düsseldorf", 3),
          new City("San Francisco", 4),
          new City("Rio de Janeiro", 4),
          new City("Málaga", 2),
          new City("Kraków", 3),
          new City("Malmö", 2),
          new City("Tromsø", 1),
          new City("Saint-Étienne", 1),
          new City("Stoke-on-Trent", 1),
          new City("Baden-Baden", 1),
          new City("Los Ángeles de Chile", 1),
          new City("Ho Chi Minh City", 6),
          new City("東京", 8));

  static final Array<String> NAMES = CITIES.map(City::name);

  private static final int TOTAL = CITIES.map(City::weight).sum().intValue();

  private Cities() {}

  static String pick(RandomGenerator random) {
    int left = random.nextInt(TOTAL);
    for (City city : CITIES) {
      left -= city.weight();
      if (left < 0) {
        return city.name();
      }
    }
    throw new IllegalStateException("the weights do not add up to " + TOTAL);
  }

  /** The name, now and then as careless hands type it; standardising gives it back. */
  static String typed(String name, RandomGenerator random) {
    String written =
        switch (random.nextInt(40)) {
          case 0 -> name.toLowerCase(Locale.ROOT);
          case 1 -> name.toUpperCase(Locale.ROOT);
          case 2 -> " " + name.replace(" ", "  ") + "\t";
          default -> name;
        };
    return Normalisation.city(written).equals(name) ? written : name;
  }
}
