package org.araxes.agreement;

import static org.araxes.border.Regime.Side.HOST;
import static org.araxes.border.Regime.Side.SENDER;
import static org.araxes.border.Regime.Side.THIRD;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.araxes.answer.Suggestions;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.Regime;
import org.araxes.border.Regime.ChargeBasis;
import org.araxes.border.Regime.Conduct;
import org.araxes.border.Regime.Control;
import org.araxes.border.Regime.GoodsFormality;
import org.araxes.border.Regime.InspectionGround;
import org.araxes.border.Regime.Opening;
import org.araxes.border.Regime.Payer;
import org.araxes.border.Regime.PersonFormality;
import org.araxes.border.Regime.Practice;
import org.araxes.border.Regime.PracticeState;
import org.araxes.border.Regime.Ration;
import org.araxes.border.Regime.Reciprocity;
import org.araxes.border.Regime.Right;
import org.araxes.border.Regime.RightBasis;
import org.araxes.border.Regime.Sovereignty;
import org.araxes.border.Regime.Suspension;
import org.araxes.border.Regime.SuspensionGround;

/**
 * Regimes of transit that exist or existed, as values: lay one on a crossing to see what would be
 * met there, or start from one with {@link Regime#toBuilder()} and change it.
 *
 * <p>Each states the facts it rests on, and the instrument and date they come from. What the
 * instrument does not speak of stays unstated. They are simplified: one class, one direction, one
 * time. Where law and fact part, the practice of that time is a part of the value.
 *
 * <p>Days, parties and terms come from the sources named in the shipped dataset ({@code s72} to
 * {@code s88} and those of the corridor). What no source was looked up for is marked <em>general
 * knowledge</em>: a default to be replaced.
 *
 * <p>In the words of a regime the <em>sender</em> is the state whose people or goods pass and the
 * <em>host</em> the one whose land they cross.
 */
public final class Regimes {
  private static final Map<String, Regime> BY_ID = new LinkedHashMap<>();

  static {
    for (Regime regime :
        List.of(
            gattV(),
            tradeFacilitation11(),
            landlocked1965(),
            tir1975(),
            cimSmgs2006(),
            westBerlin1972(),
            polishCorridor1921(),
            polishCorridor1936(),
            kaliningradFtd2003(),
            kaliningradFrtd2003(),
            kaliningradGoods2022(),
            neumBeforePeljesac(),
            tinBigha1992(),
            tinBigha1996(),
            tinBigha2011(),
            saimaaCanal2012(),
            saimaaCanal2022(),
            lliviaBefore1995(),
            lliviaAfter1995(),
            oecusse2008(),
            melilla2025(),
            melillaSummer2025(),
            alaska2020(),
            vennbahn(),
            baarle(),
            lachin2020(),
            lachinBlockade2022(),
            lachinCheckpoint2023(),
            sealedBus2019(),
            gorisKapan2021(),
            frontOfficeHostReading(),
            frontOfficeSenderReading(),
            meghri2026(),
            landBordersForPersons2020(),
            dilucuResidents2022())) {
      BY_ID.put(regime.id(), regime);
    }
  }

  private Regimes() {}

  /**
   * All of them.
   *
   * @return in the order of this page
   */
  public static List<Regime> all() {
    return List.copyOf(BY_ID.values());
  }

  /**
   * One that must be there.
   *
   * @param id for instance {@code tin-bigha-1992}
   * @return the regime
   * @throws IllegalArgumentException when there is none, with a hint
   */
  public static Regime regime(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No regime \""
                        + id
                        + "\" among the "
                        + BY_ID.size()
                        + "."
                        + Suggestions.maybe(id, BY_ID.keySet())));
  }

  /**
   * One that may be there.
   *
   * @param id for instance {@code tin-bigha-1992}
   * @return the regime, or empty
   */
  public static Optional<Regime> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  // General instruments.

  /**
   * General Agreement on Tariffs and Trade 1994, article V, among members.
   *
   * <p>Goods pass by the routes most convenient for transit; no distinction by flag, origin,
   * destination or owner; no unnecessary delay; free of customs and transit duty, charges for cost
   * only. The host may require entry at the proper custom house. Article XXI: each judges its own
   * security, reviewably (panel report DS512, Russia - Traffic in Transit, 2019).
   *
   * @return the regime
   */
  public static Regime gattV() {
    return hostOfficers(Regime.named("gatt-v"))
        .title("GATT 1994, article V")
        .right(Right.binding(RightBasis.TREATY).disputes("WTO panel"))
        .goods(GoodsFormality.DOCUMENT)
        .inspection(InspectionGround.ANY)
        .charge(ChargeBasis.COST, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.SECURITY))
        .build();
  }

  /**
   * WTO Agreement on Trade Facilitation, article 11, in force 2017-02-22, among members.
   *
   * <p>Formalities only to identify goods and to meet the needs of transit; once admitted no
   * charge, delay or restriction up to the destination; guarantees limited to what secures the
   * duties; no voluntary restraints; convoy or escort only at high risk. Admission stays a matter
   * of the host's customs at the line.
   *
   * <p><em>General knowledge:</em> the day of entry into force, the limits on guarantees, convoys
   * and escorts.
   *
   * @return the regime
   */
  public static Regime tradeFacilitation11() {
    return hostOfficers(Regime.named("wto-tfa-11"))
        .title("WTO Agreement on Trade Facilitation, article 11")
        .right(Right.binding(RightBasis.TREATY).disputes("WTO panel"))
        .goods(GoodsFormality.SEAL_AND_GUARANTEE)
        .inspection(InspectionGround.ANY)
        .charge(ChargeBasis.COST, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.SECURITY))
        .build();
  }

  /**
   * Convention on Transit Trade of Land-locked States, New York 1965-07-08, in force 1967-06-09,
   * among its parties.
   *
   * <p>Freedom of transit to and from the sea; no duties, charges for cost; an emergency that
   * threatens a state allows short deviations (article 12); granted on a basis of reciprocity.
   *
   * <p><em>General knowledge:</em> place and day of signing.
   *
   * @return the regime
   */
  public static Regime landlocked1965() {
    return hostOfficers(Regime.named("landlocked-1965"))
        .title("Convention on Transit Trade of Land-locked States, 1965")
        .right(Right.binding(RightBasis.CONVENTION))
        .goods(GoodsFormality.DOCUMENT)
        .inspection(InspectionGround.ANY)
        .charge(ChargeBasis.COST, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.EMERGENCY))
        .reciprocity(Reciprocity.CONDITIONAL)
        .build();
  }

  /**
   * Customs Convention on the International Transport of Goods under Cover of TIR Carnets, Geneva
   * 1975-11-14, at its best.
   *
   * <p>Sealed load compartment, an international chain of guarantees, one carnet a trip. What the
   * customs of departure checked the others accept: as a rule no inspection on the way except on
   * suspicion of an irregularity. An officer looks at papers and seals at the line.
   *
   * <p><em>General knowledge:</em> place and day of signing.
   *
   * @return the regime
   */
  public static Regime tir1975() {
    return Regime.named("tir-1975")
        .title("TIR Convention 1975")
        .right(Right.binding(RightBasis.CONVENTION))
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.CUSTOMS, SENDER, ControlPlace.ORIGIN))
        .addControl(officers(ControlFunction.CUSTOMS, HOST, ControlPlace.LINE))
        .goods(GoodsFormality.SEAL_AND_GUARANTEE)
        .inspection(InspectionGround.REASONED_SUSPICION)
        .charge(ChargeBasis.COST, Payer.USER)
        .build();
  }

  /**
   * Common consignment note CIM/SMGS, in use since 2006-09-01.
   *
   * <p>Two areas of railway law meet at a seam; before, goods were consigned anew there. The common
   * note is the contract of carriage in both and a customs transit paper. Customs of the host stay
   * at the border station.
   *
   * @return the regime
   */
  public static Regime cimSmgs2006() {
    return Regime.named("cim-smgs-2006")
        .title("Common consignment note CIM/SMGS, 2006")
        .right(Right.binding(RightBasis.CONVENTION))
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.CUSTOMS, HOST, ControlPlace.LINE))
        .goods(GoodsFormality.DOCUMENT)
        .inspection(InspectionGround.ANY)
        .charge(ChargeBasis.COMMERCIAL, Payer.USER)
        .build();
  }

  // Privileged transit.

  /**
   * Transit between the Federal Republic of Germany and West Berlin: agreement of 1971-12-17, in
   * force 1972-06-03.
   *
   * <p>Civil persons and goods by road, rail and water in the simplest, quickest and cheapest way.
   * Formalities at the vehicle, sealed lorries pass after a look at seals and papers, search only
   * on reasoned suspicion of abuse. Fees in one yearly sum paid by the Federal Republic. A joint
   * commission settles differences.
   *
   * <p><em>General knowledge:</em> sealed lorries, and that a search needs a reasoned suspicion.
   *
   * @return the regime
   */
  public static Regime westBerlin1972() {
    return hostOfficers(Regime.named("west-berlin-1972"))
        .title("Transit to West Berlin, agreement of 1971-12-17")
        .right(Right.binding(RightBasis.TREATY).disputes("joint commission"))
        .persons(PersonFormality.TRANSIT_DOCUMENT)
        .goods(GoodsFormality.SEAL)
        .inspection(InspectionGround.REASONED_SUSPICION)
        .addConduct(Conduct.FIXED_ROUTE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.COMMERCIAL, Payer.STATE)
        .suspension(Suspension.NONE)
        .build();
  }

  /**
   * Privileged trains through the Polish Corridor: convention of Paris, 1921-04-21.
   *
   * <p>No passport, visa or customs for travellers in transit; doors locked, no alighting, nothing
   * handed out, enforced by the train crew. In war or siege identity cards may be asked for after
   * ten days' notice. An arbitral tribunal in Danzig.
   *
   * <p><em>General knowledge:</em> place and day of signing; that charges were at cost.
   *
   * @return the regime
   */
  public static Regime polishCorridor1921() {
    return Regime.named("polish-corridor-1921")
        .title("Privileged trains through the Polish Corridor, 1921")
        .right(Right.binding(RightBasis.TREATY).disputes("arbitral tribunal in Danzig"))
        .sovereignty(Sovereignty.HOST)
        .addControl(
            Control.by(ControlFunction.SECURITY, HOST, Contact.OFFICER, ControlPlace.ON_BOARD))
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .addConduct(Conduct.FIXED_ROUTE, Conduct.NO_STOP, Conduct.LOCKED)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.COST, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.WAR).notice(10))
        .build();
  }

  /**
   * The same trains in 1936: the right stood, and Poland cut the service over arrears of about 15
   * million dollars for carriage that Germany's currency controls held back.
   *
   * <p><em>General knowledge:</em> that currency controls held the money back.
   *
   * @return the regime
   */
  public static Regime polishCorridor1936() {
    return Regime.named("polish-corridor-1936")
        .title("Privileged trains through the Polish Corridor, cut over arrears in 1936")
        .right(Right.binding(RightBasis.TREATY).disputes("arbitral tribunal in Danzig"))
        .sovereignty(Sovereignty.HOST)
        .addControl(
            Control.by(ControlFunction.SECURITY, HOST, Contact.OFFICER, ControlPlace.ON_BOARD))
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .addConduct(Conduct.FIXED_ROUTE, Conduct.NO_STOP, Conduct.LOCKED)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.COST, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.WAR).notice(10))
        .practice(Practice.of(PracticeState.DISCRETIONARY, "Service cut over arrears"))
        .build();
  }

  /**
   * Facilitated Transit Document for Kaliningrad: Regulations (EC) 693/2003 and 694/2003 of
   * 2003-04-14.
   *
   * <p>By any means over land, many entries, valid up to three years, each transit at most 24
   * hours. Equal to a transit visa in law; officers check at the line.
   *
   * <p><em>General knowledge:</em> the second regulation, the day, and officers at the line.
   *
   * @return the regime
   */
  public static Regime kaliningradFtd2003() {
    return hostOfficers(Regime.named("kaliningrad-ftd-2003"))
        .title("Facilitated Transit Document, Kaliningrad, 2003")
        .right(Right.binding(RightBasis.UNILATERAL).term("documents up to 3 years"))
        .persons(PersonFormality.TRANSIT_DOCUMENT)
        .inspection(InspectionGround.ANY)
        .longest(Duration.ofHours(24))
        .build();
  }

  /**
   * Facilitated Rail Transit Document for Kaliningrad: Regulations (EC) 693/2003 and 694/2003 of
   * 2003-04-14.
   *
   * <p>One return journey by rail, valid up to three months, transit at most 6 hours. The list of
   * travellers is checked before the journey, officers look on board. Suspended in 2021, revived in
   * 2022.
   *
   * <p><em>General knowledge:</em> the second regulation, the day, and officers on board.
   *
   * @return the regime
   */
  public static Regime kaliningradFrtd2003() {
    return Regime.named("kaliningrad-frtd-2003")
        .title("Facilitated Rail Transit Document, Kaliningrad, 2003")
        .right(Right.binding(RightBasis.UNILATERAL).term("documents up to 3 months"))
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.BORDER_POLICE, HOST, ControlPlace.ON_BOARD))
        .persons(PersonFormality.TRANSIT_DOCUMENT)
        .inspection(InspectionGround.ANY)
        .addConduct(Conduct.FIXED_ROUTE)
        .longest(Duration.ofHours(6))
        .build();
  }

  /**
   * Goods to Kaliningrad under the guidance of the European Commission of 2022-07-13.
   *
   * <p>After about half of the goods were stopped from 2022-06-18: sanctioned goods barred by road
   * with Russian carriers, allowed by rail within the average of three years, with targeted checks;
   * dual-use goods barred. About 5 % were refused.
   *
   * @return the regime
   */
  public static Regime kaliningradGoods2022() {
    return hostOfficers(Regime.named("kaliningrad-goods-2022"))
        .title("Goods to Kaliningrad by rail, guidance of 2022-07-13")
        .right(Right.binding(RightBasis.UNILATERAL))
        .goods(GoodsFormality.RISK_BASED)
        .inspection(InspectionGround.ANY)
        .addRations(Ration.CAP, Ration.COMMODITY)
        .suspension(Suspension.byHost(SuspensionGround.SECURITY))
        .build();
  }

  /**
   * The Neum corridor from the accession of Croatia to the European Union, 2013-07-01, to the
   * opening of the Pelješac bridge, 2022-07-26.
   *
   * <p>Union goods left and entered the Union again: proof of status T2 or T2L, other goods T1;
   * consignments up to 10,000 euros a vehicle free of the security declaration; animal products in
   * sealable vehicles only; private goods declared by word; a limit of time. Officers at two lines.
   *
   * <p><em>General knowledge:</em> both days, and that persons showed a card on board.
   *
   * @return the regime
   */
  public static Regime neumBeforePeljesac() {
    return hostOfficers(Regime.named("neum-2013"))
        .title("Neum corridor, 2013 to 2022")
        .right(Right.binding(RightBasis.UNILATERAL))
        .persons(PersonFormality.ON_BOARD_ID)
        .goods(GoodsFormality.SEAL)
        .inspection(InspectionGround.ANY)
        .addConduct(Conduct.FIXED_ROUTE)
        .opening(Opening.ALL_DAY)
        .build();
  }

  /**
   * Tin Bigha, the strip of 178 by 85 metres to Dahagram-Angarpota, from 1992-06-26.
   *
   * <p>Lease in perpetuity promised in the Land Boundary Agreement of 1974-05-16 and the exchange
   * of letters of 1982-10-07, India's sovereignty kept. Open in alternate hours between 06:00 and
   * 18:00, six hours a day. Indian forces watch, no papers are asked for.
   *
   * <p><em>General knowledge:</em> the days within 1974 and 1982, who watches, and that no papers
   * are asked for.
   *
   * @return the regime
   */
  public static Regime tinBigha1992() {
    return tinBigha("tin-bigha-1992", "Tin Bigha, alternate hours from 1992-06-26")
        .opening(Opening.ALTERNATE, "06:00-18:00")
        .build();
  }

  /**
   * Tin Bigha from July 1996: open for the twelve hours of daylight, otherwise {@linkplain
   * #tinBigha1992 as in 1992}.
   *
   * <p><em>General knowledge:</em> that the twelve hours were those of daylight.
   *
   * @return the regime
   */
  public static Regime tinBigha1996() {
    return tinBigha("tin-bigha-1996", "Tin Bigha, twelve hours from July 1996")
        .opening(Opening.HOURS, "06:00-18:00")
        .build();
  }

  /**
   * Tin Bigha from 2011-10-19: open at all hours, otherwise {@linkplain #tinBigha1992 as in 1992}.
   *
   * @return the regime
   */
  public static Regime tinBigha2011() {
    return tinBigha("tin-bigha-2011", "Tin Bigha, 24 hours from 2011-10-19")
        .opening(Opening.ALL_DAY, "24")
        .build();
  }

  private static Regime.Builder tinBigha(String id, String title) {
    return Regime.named(id)
        .title(title)
        .right(Right.binding(RightBasis.TREATY).term("in perpetuity"))
        .sovereignty(Sovereignty.LEASED)
        .addControl(officers(ControlFunction.SECURITY, HOST, ControlPlace.LINE))
        .persons(PersonFormality.NONE)
        .inspection(InspectionGround.REASONED_SUSPICION)
        .addConduct(Conduct.FIXED_ROUTE)
        .charge(ChargeBasis.FREE, Payer.NOBODY);
  }

  /**
   * The Saimaa Canal: treaty of 2010-05-27, in force 2012-02-17.
   *
   * <p>Finland leases 19.6 of 34 km in Russia for 50 years, rent about 1.22 million euros a year,
   * revised each ten years. Finnish rules on shipping and staff, Russian law otherwise. Open at all
   * hours of the season.
   *
   * @return the regime
   */
  public static Regime saimaaCanal2012() {
    return saimaa("saimaa-canal-2012", "Saimaa Canal, treaty of 2010-05-27").build();
  }

  /**
   * The Saimaa Canal from 2022: the treaty stands and nobody goes, first by the carriers' choice,
   * then with the crossings of the land border shut; joint board suspended in September 2024.
   *
   * @return the regime
   */
  public static Regime saimaaCanal2022() {
    return saimaa("saimaa-canal-2022", "Saimaa Canal since 2022")
        .practice(Practice.of(PracticeState.SUSPENDED, "No traffic, crossings shut"))
        .build();
  }

  private static Regime.Builder saimaa(String id, String title) {
    return hostOfficers(Regime.named(id))
        .title(title)
        .right(Right.binding(RightBasis.TREATY).term("50 years").disputes("joint board"))
        .sovereignty(Sovereignty.LEASED)
        .inspection(InspectionGround.ANY)
        .opening(Opening.SEASON)
        .charge(ChargeBasis.COST, Payer.USER);
  }

  /**
   * Llívia before 1995: treaty of Bayonne, 1866-05-26.
   *
   * <p>Free movement on one road through France, for vehicles registered in Spain. In the 1970s a
   * stop sign on it was read as an impediment and the quarrel solved by a bridge.
   *
   * <p><em>General knowledge:</em> place and day of signing.
   *
   * @return the regime
   */
  public static Regime lliviaBefore1995() {
    return Regime.named("llivia-before-1995")
        .title("Llívia, the neutral road before 1995")
        .right(Right.binding(RightBasis.TREATY))
        .sovereignty(Sovereignty.HOST)
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .addConduct(Conduct.FIXED_ROUTE)
        .addRations(Ration.FLAG)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.FREE, Payer.NOBODY)
        .build();
  }

  /**
   * Llívia after 1995: the Convention implementing the Schengen Agreement applied between Spain and
   * France from 1995-03-26, and any vehicle goes by any road.
   *
   * <p><em>General knowledge:</em> the instrument and its day; the year is sourced.
   *
   * @return the regime
   */
  public static Regime lliviaAfter1995() {
    return Regime.named("llivia-after-1995")
        .title("Llívia after 1995")
        .right(Right.binding(RightBasis.TREATY))
        .sovereignty(Sovereignty.HOST)
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.FREE, Payer.NOBODY)
        .build();
  }

  /**
   * Oecusse by road through Indonesia in 2008.
   *
   * <p>A visa and a vehicle permit for the transit, a weekly ferry as the other way; one post shut
   * on Sundays. A border pass came in 2010.
   *
   * <p><em>General knowledge:</em> that officers stood at the posts.
   *
   * @return the regime
   */
  public static Regime oecusse2008() {
    return hostOfficers(Regime.named("oecusse-2008"))
        .title("Oecusse by road, 2008")
        .right(Right.of(RightBasis.UNILATERAL))
        .persons(PersonFormality.VISA)
        .inspection(InspectionGround.ANY)
        .addRations(Ration.PERMIT)
        .opening(Opening.HOURS)
        .build();
  }

  /**
   * Customs of Melilla as reopened on 2025-01-08, and of Ceuta likewise.
   *
   * <p>Shut by one side in August 2018. At the reopening vehicles were turned back for "technical"
   * reasons; limits on goods, days and hours.
   *
   * @return the regime
   */
  public static Regime melilla2025() {
    return melilla("melilla-2025", "Customs of Ceuta and Melilla, reopened 2025-01-08").build();
  }

  /**
   * Customs of Melilla in July 2025: stopped for the season by an e-mail, while the spokesmen said
   * that the agreement was still valid.
   *
   * @return the regime
   */
  public static Regime melillaSummer2025() {
    return melilla("melilla-summer-2025", "Customs of Melilla, stopped in July 2025")
        .practice(Practice.of(PracticeState.SUSPENDED, "Stopped by e-mail for the season"))
        .build();
  }

  private static Regime.Builder melilla(String id, String title) {
    return hostOfficers(Regime.named(id))
        .title(title)
        .right(Right.of(RightBasis.DECLARATION))
        .goods(GoodsFormality.FULL_INSPECTION)
        .inspection(InspectionGround.ANY)
        .addRations(Ration.COMMODITY, Ration.DISCRETION)
        .opening(Opening.HOURS)
        .suspension(Suspension.byHost(SuspensionGround.ANY));
  }

  /**
   * To Alaska through Canada under the orders of 2020.
   *
   * <p>Five posts of entry only, the most direct route, a tag hung in the car with the day of exit,
   * exit to be reported, a reasonable stay; the officer decides.
   *
   * <p><em>General knowledge:</em> that nothing was charged, and the ground of the orders.
   *
   * @return the regime
   */
  public static Regime alaska2020() {
    return hostOfficers(Regime.named("alaska-2020"))
        .title("To Alaska through Canada, 2020")
        .right(Right.binding(RightBasis.UNILATERAL))
        .persons(PersonFormality.TRANSIT_DOCUMENT)
        .inspection(InspectionGround.ANY)
        .addConduct(Conduct.FIXED_ROUTE, Conduct.TAG, Conduct.DECLARED_EXIT)
        .addRations(Ration.DISCRETION)
        .charge(ChargeBasis.FREE, Payer.NOBODY)
        .suspension(Suspension.byHost(SuspensionGround.EMERGENCY))
        .build();
  }

  /**
   * The Vennbahn: track bed and stations made a sovereign Belgian strip under the Treaty of
   * Versailles, 1919-06-28, drawn by 1922; it cuts off German exclaves. To the Belgian train the
   * line is Belgium.
   *
   * <p><em>General knowledge:</em> the name and day of the treaty; that it is free of charge.
   *
   * @return the regime
   */
  public static Regime vennbahn() {
    return Regime.named("vennbahn")
        .title("Vennbahn, the sovereign strip")
        .right(Right.binding(RightBasis.TREATY))
        .sovereignty(Sovereignty.SENDER)
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.FREE, Payer.NOBODY)
        .suspension(Suspension.NONE)
        .build();
  }

  /**
   * Baarle: a border parcel by parcel (treaty of Maastricht, 1843-08-08, settled until 1995), no
   * checks, services doubled, each law on its own parcels.
   *
   * <p><em>General knowledge:</em> the treaty, its day and when it was settled.
   *
   * @return the regime
   */
  public static Regime baarle() {
    return Regime.named("baarle")
        .title("Baarle, the border by parcels")
        .right(Right.binding(RightBasis.TREATY))
        .sovereignty(Sovereignty.HOST)
        .persons(PersonFormality.NONE)
        .goods(GoodsFormality.NONE)
        .inspection(InspectionGround.NONE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.FREE, Payer.NOBODY)
        .build();
  }

  // Under a third state, and under force.

  /**
   * The Lachin corridor: trilateral statement of 2020-11-10, point 6.
   *
   * <p>A strip of 5 km under the control of Russian peacekeepers; Azerbaijan guarantees the safety
   * of persons, vehicles and goods in both directions. A statement, no treaty.
   *
   * <p><em>General knowledge:</em> the number of the point, and that nothing was charged.
   *
   * @return the regime
   */
  public static Regime lachin2020() {
    return lachin("lachin-2020", "Lachin corridor, statement of 2020-11-10").build();
  }

  /**
   * The Lachin corridor from 2022-12-12: blocked by persons on the road; the order of the
   * International Court of Justice of 2023-02-22 to ensure movement found no force behind it.
   *
   * @return the regime
   */
  public static Regime lachinBlockade2022() {
    return lachin("lachin-blockade-2022", "Lachin corridor, blocked from 2022-12-12")
        .practice(Practice.of(PracticeState.SUSPENDED, "Blocked by persons on the road"))
        .build();
  }

  /**
   * The Lachin corridor from 2023-04-23: a checkpoint at the bridge over the Hakari decides who
   * passes, where the statement of 2020 knows none.
   *
   * @return the regime
   */
  public static Regime lachinCheckpoint2023() {
    return lachin("lachin-checkpoint-2023", "Lachin corridor, checkpoint of 2023-04-23")
        .practice(
            new Practice(
                PracticeState.DISCRETIONARY,
                List.of(
                    officers(ControlFunction.BORDER_POLICE, HOST, ControlPlace.LINE),
                    officers(ControlFunction.CUSTOMS, HOST, ControlPlace.LINE)),
                "A checkpoint decides case by case"))
        .build();
  }

  private static Regime.Builder lachin(String id, String title) {
    return Regime.named(id)
        .title(title)
        .right(Right.of(RightBasis.DECLARATION))
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.SECURITY, THIRD, ControlPlace.LINE))
        .inspection(InspectionGround.REASONED_SUSPICION)
        .addConduct(Conduct.FIXED_ROUTE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.FREE, Payer.NOBODY);
  }

  /**
   * The bus between Baku and Nakhchivan through Iran: memorandum of 2019-07-24.
   *
   * <p>Baggage is checked once at the origin, sealed and numbered; the sender's state guarantees;
   * no check at the four posts on the way.
   *
   * @return the regime
   */
  public static Regime sealedBus2019() {
    return Regime.named("sealed-bus-2019")
        .title("Sealed bus Baku - Nakhchivan, memorandum of 2019-07-24")
        .right(Right.of(RightBasis.MEMORANDUM))
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.CUSTOMS, SENDER, ControlPlace.ORIGIN))
        .goods(GoodsFormality.SEAL_AND_GUARANTEE)
        .inspection(InspectionGround.NONE)
        .build();
  }

  /**
   * The road Goris - Kapan in autumn 2021, where it dips into Azerbaijan.
   *
   * <p>Let happen until posts stood there: fees of about 1.1 million dollars in two months, mostly
   * from Iranian lorries, and a block without notice in November.
   *
   * <p><em>General knowledge:</em> the month of the block in autumn; an earlier one of August is
   * sourced.
   *
   * @return the regime
   */
  public static Regime gorisKapan2021() {
    return hostOfficers(Regime.named("goris-kapan-2021"))
        .title("Goris - Kapan, posts of 2021")
        .right(Right.of(RightBasis.TOLERATED))
        .goods(GoodsFormality.DOCUMENT)
        .inspection(InspectionGround.ANY)
        .charge(ChargeBasis.POLITICAL, Payer.USER)
        .suspension(Suspension.byHost(SuspensionGround.ANY))
        .build();
  }

  // The corridor through Meghri, and its neighbours.

  /**
   * Front office and back office as the government of Armenia reads the TRIPP Implementation
   * Framework of 2026-01-13.
   *
   * <p>Private operators take documents, payments and clients and collect fees for transit;
   * officers of Armenia keep checks, decisions and clearance. The company is owned by the United
   * States with 74 % and Armenia with 26 %. The text says of itself that it does not bind. Duties
   * and taxes go to the budget of Armenia. This is the regime once it runs; {@link #meghri2026} is
   * the fact.
   *
   * @return the regime
   */
  public static Regime frontOfficeHostReading() {
    return frontOffice("front-office-host-reading", "Front office, host reading, 2026-01-13")
        .build();
  }

  private static Regime.Builder frontOffice(String id, String title) {
    return Regime.named(id)
        .title(title)
        .right(Right.of(RightBasis.MEMORANDUM).term("49 years, expected 50 more"))
        .sovereignty(Sovereignty.HOST)
        .addControl(
            Control.by(
                ControlFunction.BORDER_POLICE,
                HOST,
                Contact.PRIVATE_FRONT_OFFICE,
                ControlPlace.LINE))
        .addControl(
            Control.by(
                ControlFunction.CUSTOMS, HOST, Contact.PRIVATE_FRONT_OFFICE, ControlPlace.LINE))
        .addControl(
            Control.by(
                ControlFunction.TOLL, THIRD, Contact.PRIVATE_FRONT_OFFICE, ControlPlace.LINE))
        .goods(GoodsFormality.RISK_BASED)
        .inspection(InspectionGround.ANY)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.COMMERCIAL, Payer.USER)
        .reciprocity(Reciprocity.CONDITIONAL);
  }

  /**
   * The same corridor as Azerbaijan reads "unimpeded" in the Joint Declaration of 2025-08-08,
   * article 3, and "guarantees" in the trilateral statement of 2020-11-10, point 9.
   *
   * <p>The passage is owed, and travellers and loads meet nobody of the host; the host may know and
   * decide from afar, and search on suspicion. Neither instrument binds by its own words; that it
   * is owed is the reading.
   *
   * @return the regime
   */
  public static Regime frontOfficeSenderReading() {
    return Regime.named("front-office-sender-reading")
        .title("Unimpeded passage, sender reading, 2025-08-08")
        .right(Right.binding(RightBasis.DECLARATION))
        .sovereignty(Sovereignty.HOST)
        .addControl(
            Control.by(ControlFunction.BORDER_POLICE, HOST, Contact.NONE, ControlPlace.REMOTE))
        .addControl(Control.by(ControlFunction.CUSTOMS, HOST, Contact.NONE, ControlPlace.REMOTE))
        .inspection(InspectionGround.REASONED_SUSPICION)
        .addConduct(Conduct.FIXED_ROUTE)
        .opening(Opening.ALL_DAY)
        .charge(ChargeBasis.COST, Payer.USER)
        .reciprocity(Reciprocity.SIMULTANEOUS)
        .build();
  }

  /**
   * Meghri as last known in June 2026: the framework is signed, neither railway nor posts are
   * built.
   *
   * @return the regime
   */
  public static Regime meghri2026() {
    return frontOffice("meghri-2026", "Meghri, June 2026")
        .practice(Practice.of(PracticeState.NOT_BUILT, "No works seen by June 2026"))
        .build();
  }

  /**
   * The land borders of Azerbaijan for persons from March 2020: barred by the special quarantine
   * regime of the Cabinet of Ministers, renewed quarter by quarter, while goods pass.
   *
   * @return the regime
   */
  public static Regime landBordersForPersons2020() {
    return hostOfficers(Regime.named("land-borders-persons-2020"))
        .title("Land borders of Azerbaijan for persons, 2020")
        .right(Right.binding(RightBasis.UNILATERAL))
        .persons(PersonFormality.PASSPORT_STAMP)
        .inspection(InspectionGround.ANY)
        .suspension(Suspension.byHost(SuspensionGround.EMERGENCY))
        .suspendedInLaw(true)
        .practice(Practice.of(PracticeState.SUSPENDED, "Cases by special permission only"))
        .build();
  }

  /**
   * Dilucu - Sadarak for persons from 2023-02-01: residents of Nakhchivan with cars registered
   * there, after their passage had been stopped on 2022-07-01.
   *
   * <p><em>General knowledge:</em> that an identity card is what is shown.
   *
   * @return the regime
   */
  public static Regime dilucuResidents2022() {
    return hostOfficers(Regime.named("dilucu-residents-2022"))
        .title("Dilucu - Sadarak for residents, stopped 2022-07-01, with own cars 2023-02-01")
        .right(Right.binding(RightBasis.UNILATERAL))
        .persons(PersonFormality.ON_BOARD_ID)
        .inspection(InspectionGround.ANY)
        .addRations(Ration.RESIDENCY)
        .build();
  }

  private static Regime.Builder hostOfficers(Regime.Builder builder) {
    return builder
        .sovereignty(Sovereignty.HOST)
        .addControl(officers(ControlFunction.BORDER_POLICE, HOST, ControlPlace.LINE))
        .addControl(officers(ControlFunction.CUSTOMS, HOST, ControlPlace.LINE));
  }

  private static Control officers(ControlFunction function, Regime.Side side, ControlPlace place) {
    return Control.by(function, side, Contact.OFFICER, place);
  }
}
