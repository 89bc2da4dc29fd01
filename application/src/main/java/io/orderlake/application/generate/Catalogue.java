package io.orderlake.application.generate;

import io.vavr.collection.Array;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** What the synthetic shop sells; cheap things sell more often and in larger quantities. */
final class Catalogue {
  /**
   * A product.
   *
   * @param name standardised
   * @param price in units of any currency
   */
  record Product(String name, BigDecimal price) {
    private static Product of(String name, String price) {
      return new Product(name, new BigDecimal(price));
    }

    int largestQuantity() {
      return price.compareTo(BigDecimal.valueOf(20)) < 0
          ? 12
          : price.compareTo(BigDecimal.valueOf(200)) < 0 ? 4 : 2;
    }
  }

  static final Array<Product> PRODUCTS =
      Array.of(
          Product.of("Laptop", "899.99"),
          Product.of("Laptop Pro 16\"", "2399.00"),
          Product.of("Desktop PC", "1149.00"),
          Product.of("Monitor 27\"", "279.90"),
          Product.of("Monitor 34\" Curved", "549.00"),
          Product.of("Smartphone", "649.00"),
          Product.of("Smartphone Case", "14.95"),
          Product.of("Tablet 11\"", "429.00"),
          Product.of("E-Book Reader", "119.99"),
          Product.of("Smartwatch", "229.00"),
          Product.of("Headphones", "89.90"),
          Product.of("Noise-Cancelling Headphones", "299.00"),
          Product.of("Wireless Earbuds", "59.90"),
          Product.of("Bluetooth Speaker", "45.50"),
          Product.of("Webcam HD", "64.99"),
          Product.of("Mechanical Keyboard", "109.00"),
          Product.of("Mouse", "24.99"),
          Product.of("Mouse Pad", "9.95"),
          Product.of("USB-C Cable", "12.49"),
          Product.of("USB-C Hub", "39.90"),
          Product.of("Power Bank", "34.95"),
          Product.of("SSD 1 TB", "94.90"),
          Product.of("Memory Card 128 GB", "18.99"),
          Product.of("Printer", "189.00"),
          Product.of("Printer Paper, 500 Sheets", "6.49"),
          Product.of("Ink Cartridge", "27.80"),
          Product.of("Router Wi-Fi 6", "129.00"),
          Product.of("Smart Bulb", "11.95"),
          Product.of("Smart Plug", "13.90"),
          Product.of("Security Camera", "79.00"),
          Product.of("Game Console", "499.00"),
          Product.of("Game Controller", "54.90"),
          Product.of("Coffee Machine", "349.00"),
          Product.of("Coffee Beans 1 kg", "17.90"),
          Product.of("Café Crème Maker", "39.00"),
          Product.of("Vacuum Robot", "389.00"),
          Product.of("Desk Lamp", "32.50"),
          Product.of("Office Chair", "219.00"),
          Product.of("AA Batteries", "0.8750"),
          Product.of("Cable Tie", "0.0325"),
          Product.of("Gift Card", "25.00"));

  private Catalogue() {}

  static Product pick(RandomGenerator random) {
    Product first = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
    Product second = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
    return first.price().compareTo(second.price()) < 0 || random.nextInt(4) == 0 ? first : second;
  }
}
