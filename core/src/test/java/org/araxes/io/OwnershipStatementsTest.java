package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipStatementsTest {
  @TempDir private Path folder;

  private OwnershipStatements read(String text) throws IOException {
    Path file = folder.resolve("statements.json");
    Files.writeString(file, text);
    return OwnershipStatements.read(file);
  }

  private OwnershipStatements written(OwnershipStatements statements) throws IOException {
    Path file = folder.resolve("written.json");
    statements.write(file);
    return OwnershipStatements.read(file);
  }

  private static String statement(
      int number, String date, String record, String type, String rest) {
    return """
        {"statementId": "00000000-0000-0000-0000-0000000000%02d", "declarationSubject": "rail",
        "statementDate": "%s", "recordId": "%s", "recordType": "%s",
        "publicationDetails": {"publicationDate": "2026-02-01", "bodsVersion": "0.4",
          "publisher": {"name": "Register of companies"}},
        "recordDetails": {"isComponent": false, %s}}"""
        .formatted(number, date, record, type, rest);
  }

  private static String entity(int number, String record, String type, String name) {
    return statement(
        number,
        "2026-01-10",
        record,
        "entity",
        "\"entityType\": {\"type\": \"%s\"}, \"name\": \"%s\", \"jurisdiction\": {\"name\": \"Armenia\", \"code\": \"AM\"}"
            .formatted(type, name));
  }

  private static final String PERSON =
      statement(
          3,
          "2026-01-10",
          "p-1",
          "person",
          "\"personType\": \"knownPerson\", \"names\": [{\"fullName\": \"Ani Person\"}], "
              + "\"nationalities\": [{\"name\": \"Armenia\", \"code\": \"AM\"}]");

  private static String holds(int number, String holder, String interests) {
    return statement(
        number,
        "2026-01-10",
        "r-" + number,
        "relationship",
        "\"subject\": \"rail\", \"interestedParty\": %s, \"interests\": [%s]"
            .formatted(holder, interests));
  }

  private static String list(String... statements) {
    return "[" + String.join(",\n", statements) + "]";
  }

  @Test
  void entitiesPersonsAndTheirInterestsBecomePartiesAndStakes() throws IOException {
    OwnershipStatements read =
        read(
            list(
                entity(1, "rail", "registeredEntity", "Rail Company"),
                entity(2, "ministry", "stateBody", "Ministry of Transport"),
                PERSON,
                holds(
                    4,
                    "\"ministry\"",
                    "{\"type\": \"shareholding\", \"directOrIndirect\": \"direct\", "
                        + "\"share\": {\"exact\": 66.6}, \"startDate\": \"2020-01-01\", "
                        + "\"endDate\": \"2030-01-01\"},"
                        + "{\"type\": \"appointmentOfBoard\", \"share\": {\"minimum\": 50, \"maximum\": 60}}"),
                holds(
                    5,
                    "\"p-1\"",
                    "{\"type\": \"votingRights\", "
                        + "\"share\": {\"exclusiveMinimum\": 25, \"exclusiveMaximum\": 50}},"
                        + "{\"type\": \"rightsGrantedByContract\"}")));
    assertThat(read.publisher()).isEqualTo("Register of companies");
    assertThat(read.date()).isEqualTo("2026-01-10");
    assertThat(read.parties())
        .extracting(party -> party.id() + " " + party.kind() + " " + party.names().in("en", ""))
        .containsExactly(
            "rail COMPANY Rail Company",
            "ministry AUTHORITY Ministry of Transport",
            "p-1 PERSON Ani Person");
    assertThat(read.parties()).allMatch(party -> party.jurisdiction().equals("AM"));
    assertThat(read.stakes())
        .extracting(
            stake ->
                "%s %s %s-%s %s"
                    .formatted(
                        stake.holder(), stake.kind(), stake.min(), stake.max(), stake.validity()))
        .containsExactly(
            "ministry SHARES 66.6 %-66.6 % [2020-01-01, 2030-01-01)",
            "ministry BOARD 50 %-60 % [, )",
            "p-1 VOTES 25 %-50 % [, )",
            "p-1 CONTRACT 0 %-100 % [, )");
    assertThat(read.stakes())
        .extracting(Stake::words)
        .containsExactly("66.6 %", "50 % to 60 %", "over 25 % to under 50 %", "0 % to 100 %");
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void whatIsNoStakeIsLeftOutAndTold() throws IOException {
    OwnershipStatements read =
        read(
            list(
                entity(1, "rail", "registeredEntity", "Rail Company"),
                PERSON,
                holds(
                    4,
                    "\"p-1\"",
                    "{\"type\": \"shareholding\", \"directOrIndirect\": \"indirect\"},"
                        + "{\"type\": \"boardMember\"}"),
                holds(5, "{\"reason\": \"unknown\"}", "{\"type\": \"shareholding\"}")));
    assertThat(read.stakes()).isEmpty();
    assertThat(read.leftOut())
        .extracting(Finding::code)
        .containsExactly("indirect", "no_stake", "unspecified");
  }

  @Test
  void theLatestStatementOfARecordHoldsAndAClosedOneFallsAway() throws IOException {
    OwnershipStatements read =
        read(
            list(
                entity(1, "rail", "registeredEntity", "Rail Company"),
                statement(
                    2,
                    "2026-03-01",
                    "rail",
                    "entity",
                    "\"entityType\": {\"type\": \"arrangement\"}, \"name\": \"Renamed\""),
                PERSON.replace("\"recordType\"", "\"recordStatus\": \"closed\", \"recordType\"")));
    assertThat(read.parties())
        .extracting(party -> party.names().in("en", "") + " " + party.kind())
        .containsExactly("Renamed CONSORTIUM");
    assertThat(read.leftOut()).extracting(Finding::code).containsExactly("closed_record");
  }

  @Test
  void everyFaultIsToldAtOnceWithLineNumberAndId() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(
            () ->
                read(
                    list(
                        entity(1, "rail", "registeredEntty", "Rail Company"),
                        PERSON.replace(
                            "\"statementDate\": \"2026-01-10\"", "\"statementDate\": \"soon\""),
                        "{\"statementId\": \"short\"}",
                        holds(
                            4,
                            "\"p-2\"",
                            "{\"type\": \"shareholding\", \"share\": {\"exact\": 10}}"),
                        holds(
                            5,
                            "\"p-1\"",
                            "{\"type\": \"shareholding\", \"share\": {\"exact\": 120}, "
                                + "\"startDate\": \"2020-13-01\"}"),
                        holds(
                                6,
                                "\"p-1\"",
                                "{\"type\": \"votingRights\", \"share\": {\"minimum\": 60, \"maximum\": 40}}")
                            .replace("000006", "000005"),
                        "7")))
        .satisfies(
            invalid -> {
              assertThat(invalid.findings())
                  .extracting(Finding::code)
                  .contains(
                      "unknown_code",
                      "bad_date",
                      "missing_field",
                      "bad_id",
                      "unknown_record",
                      "bad_share",
                      "duplicate_id",
                      "bad_value");
              assertThat(invalid.findings()).allMatch(finding -> finding.line() > 0);
              assertThat(invalid.getMessage())
                  .contains("Maybe \"registeredEntity\"")
                  .contains("statement 3 (short): The field \"recordId\" is missing")
                  .contains("statement 4 (00000000-0000-0000-0000-000000000004)");
            });
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> read("{}"))
        .withMessageContaining("A list of statements");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> OwnershipStatements.read(folder.resolve("nothing.json")))
        .withMessageContaining("missing");
  }

  @Test
  void whatIsWrittenIsReadBackAlike() throws IOException {
    TreeMap<String, String> names = new TreeMap<>();
    names.put("en", "Line: \"one\"");
    names.put("hy", "Գիծ");
    Evidence evidence =
        new Evidence(List.of("s1", "s2"), Confidence.LOW, Basis.PLAN, "Two lines:\nsecond.");
    List<Party> parties =
        List.of(
            Party.state("AM"),
            new Party("line", PartyKind.CONSORTIUM, "AM", new Names(names), evidence),
            new Party("p", PartyKind.PERSON, "", Names.of("P"), Evidence.NONE));
    Share third = new Share(Fraction.of(1, 3));
    Validity days = new Validity(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
    List<Stake> stakes =
        List.of(
            new Stake("AM", "line", StakeKind.CONCESSION, third, third, days, "pact", evidence),
            new Stake(
                "AM",
                "line",
                StakeKind.SHARES,
                Share.ofPercent(10),
                third,
                Validity.since(LocalDate.of(2021, 5, 6)),
                "",
                Evidence.NONE),
            Stake.of("p", "line", 20));
    OwnershipStatements all =
        new OwnershipStatements("Us", LocalDate.of(2026, 1, 1), parties, stakes, List.of());
    assertThat(written(all)).isEqualTo(all);
    assertThat(Files.readString(folder.resolve("written.json")))
        .contains("\"maximum\" : 33.333333333334", "\"exact\" : 20", "\"bodsVersion\" : \"0.4\"");
  }

  @Test
  void theShippedDatasetGoesOutAndComesBack() throws IOException {
    OwnershipStatements shipped = OwnershipStatements.of(Datasets.southCaucasus(), "Araxes");
    OwnershipStatements back = written(shipped);
    assertThat(back.parties()).isEqualTo(shipped.parties());
    assertThat(back.stakes()).containsExactlyInAnyOrderElementsOf(shipped.stakes());
    assertThat(back.leftOut()).isEmpty();
  }

  @Test
  void ofTwoBoundsTheNarrowerHolds() throws IOException {
    OwnershipStatements read =
        read(
            list(
                entity(1, "rail", "registeredEntity", "Rail Company"),
                PERSON,
                holds(
                    4,
                    "\"p-1\"",
                    "{\"type\": \"shareholding\", "
                        + "\"share\": {\"minimum\": 30, \"exclusiveMinimum\": 25}},"
                        + "{\"type\": \"votingRights\", "
                        + "\"share\": {\"minimum\": 25, \"exclusiveMinimum\": 25}},"
                        + "{\"type\": \"appointmentOfBoard\", "
                        + "\"share\": {\"exclusiveMaximum\": 50, \"maximum\": 40}}")));
    assertThat(read.stakes())
        .extracting(Stake::words)
        .containsExactly("30 % to 100 %", "over 25 % to 100 %", "0 % to 40 %");
  }

  @Test
  void aRangeWithoutAShareInItIsAFault() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(
            () ->
                read(
                    list(
                        entity(1, "rail", "registeredEntity", "Rail Company"),
                        PERSON,
                        holds(
                            4,
                            "\"p-1\"",
                            "{\"type\": \"shareholding\", \"share\": "
                                + "{\"exclusiveMinimum\": 50, \"maximum\": 50}}"))))
        .withMessageContaining("more or less than exactly 50 %");
  }

  @Test
  void everyKindOfBoundGoesOutAndComesBackAsAListAndByLines() throws IOException {
    List<Party> parties = List.of(Party.state("AM"), Party.company("line", "AM"));
    Stake plain =
        new Stake(
            "AM",
            "line",
            StakeKind.SHARES,
            new Share(Fraction.of(1, 3)),
            Share.ofPercent(50),
            Validity.ALWAYS,
            "",
            Evidence.NONE);
    List<Stake> stakes =
        List.of(plain, plain.open(true, false), plain.open(false, true), plain.open(true, true));
    OwnershipStatements all =
        new OwnershipStatements("Us", LocalDate.of(2026, 1, 1), parties, stakes, List.of());
    assertThat(written(all)).isEqualTo(all);
    for (String name : List.of("written.jsonl", "written.NDJSON")) {
      Path file = folder.resolve(name);
      all.write(file);
      assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.startsWith("{"));
      assertThat(OwnershipStatements.read(file)).isEqualTo(all);
    }
    StringWriter lines = new StringWriter();
    all.writeLinesTo(lines);
    assertThat(lines.toString()).isEqualTo(Files.readString(folder.resolve("written.jsonl")));
  }

  @Test
  void aFaultInLinesIsToldWithItsLine() throws IOException {
    Path file = folder.resolve("statements.jsonl");
    String whole = entity(1, "rail", "registeredEntity", "Rail").replace("\n", " ");
    Files.writeString(file, "\n" + whole + "\r\n\n{\"statementId\": \"short\"}\n");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> OwnershipStatements.read(file))
        .satisfies(
            invalid ->
                assertThat(invalid.findings())
                    .isNotEmpty()
                    .allMatch(finding -> finding.line() == 4));
    Files.writeString(file, whole + "\n\n");
    assertThat(OwnershipStatements.read(file).parties()).hasSize(1);
    Files.writeString(file, "");
    assertThat(OwnershipStatements.read(file).parties()).isEmpty();
  }
}
