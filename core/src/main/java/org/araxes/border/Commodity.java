package org.araxes.border;

import java.util.Optional;

/**
 * What a load consists of: the twenty divisions of NST 2007, the standard goods classification for
 * transport statistics (Commission Regulation (EC) No 1304/2007), and kinds of load that law
 * singles out across them. A load may be of several at once, for instance food that is aid.
 */
public enum Commodity {
  /** Division 01: of agriculture, hunting, forestry and fishing, grain among them. */
  AGRICULTURE(1),
  /** Division 02: coal, lignite, crude oil and natural gas. */
  COAL_CRUDE_GAS(2),
  /** Division 03: metal ores, other mining and quarrying, peat. */
  ORES_MINERALS(3),
  /** Division 04: food products, beverages, tobacco. */
  FOOD(4),
  /** Division 05: textiles, leather. */
  TEXTILES(5),
  /** Division 06: wood, pulp, paper, printed matter. */
  WOOD_PAPER(6),
  /** Division 07: coke and refined petroleum, petrol among them. */
  REFINED_PETROLEUM(7),
  /** Division 08: chemicals, rubber, plastics, nuclear fuel. */
  CHEMICALS(8),
  /** Division 09: other non-metallic mineral products, cement among them. */
  MINERAL_PRODUCTS(9),
  /** Division 10: basic metals and fabricated metal products. */
  METALS(10),
  /** Division 11: machinery and equipment. */
  MACHINERY(11),
  /** Division 12: transport equipment. */
  TRANSPORT_EQUIPMENT(12),
  /** Division 13: furniture and other manufactured goods. */
  FURNITURE(13),
  /** Division 14: secondary raw materials and wastes. */
  WASTE(14),
  /** Division 15: mail and parcels. */
  MAIL(15),
  /** Division 16: empty containers, pallets and the like. */
  TRANSPORT_MATERIAL(16),
  /** Division 17: removals, baggage, vehicles moved for repair. */
  REMOVALS(17),
  /** Division 18: grouped goods. */
  GROUPED(18),
  /** Division 19: goods that cannot be identified. */
  UNIDENTIFIABLE(19),
  /** Division 20: other goods. */
  OTHER(20),
  /** Across the divisions: humanitarian aid. */
  AID(0),
  /** Across the divisions: dangerous goods in the sense of ADR (UNECE, classes 1 to 9). */
  DANGEROUS(0),
  /** Across the divisions: what has civil and military uses. */
  DUAL_USE(0),
  /** Across the divisions: arms and military goods. */
  MILITARY(0);

  private final int number;

  Commodity(int number) {
    this.number = number;
  }

  /**
   * The number of the division.
   *
   * @return 1 to 20, or empty for a kind across the divisions
   */
  public Optional<Integer> division() {
    return number > 0 ? Optional.of(number) : Optional.empty();
  }
}
