package org.araxes.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;
import org.araxes.party.Stake;

/**
 * Who holds what in whom, as statements of the Beneficial Ownership Data Standard 0.4: read from
 * JSON and written to it.
 *
 * <p>A file whose name ends with {@code .jsonl} or {@code .ndjson} has a statement on every line,
 * any other is one list.
 *
 * <p><b>Reading.</b> A list of statements about entities, persons and relationships. A record's id
 * becomes the id of the party; of several statements about one record the last by date holds, and a
 * closed record falls away. Every direct interest is a stake: its share exact, or from {@code
 * minimum} or over {@code exclusiveMinimum} to {@code maximum} or under {@code exclusiveMaximum},
 * or anything between nothing and all where none is stated. The day of {@code endDate} is the first
 * on which the stake is no longer held.
 *
 * <p><b>Left out</b>, and told in {@link #leftOut}: indirect interests (they follow from the direct
 * ones), interests of a type that is no stake, and parties that are not specified.
 *
 * <p><b>Writing.</b> One statement a party and one for all that it holds in another. What the
 * standard has no field for (an exact third, names by language, sources, confidence, the agreement
 * behind a stake) stands in an annotation of Araxes, so that reading gives back the same parties
 * and stakes.
 *
 * <p>Limits as of {@link NetworkReader}.
 *
 * @param publisher who publishes the statements
 * @param date the day on which they are stated
 * @param parties states, bodies, companies and persons, in the order of the file
 * @param stakes what is held, in the order of the file
 * @param leftOut what a file says beyond that, with file and line; empty for what was not read
 */
public record OwnershipStatements(
    String publisher,
    LocalDate date,
    List<Party> parties,
    List<Stake> stakes,
    List<Finding> leftOut) {
  /** Copies. */
  public OwnershipStatements {
    parties = List.copyOf(parties);
    stakes = List.copyOf(stakes);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What a network knows.
   *
   * @param network the network
   * @param publisher who publishes
   * @return all its parties and stakes, stated on the day on which it was last checked
   */
  public static OwnershipStatements of(TransitNetwork network, String publisher) {
    return new OwnershipStatements(
        publisher, network.asOf(), List.copyOf(network.parties()), network.stakes(), List.of());
  }

  /**
   * Reads a file.
   *
   * @param file a JSON file
   * @return what it states
   * @throws InvalidDatasetException naming every fault at once, with line, number and id of the
   *     statement
   */
  public static OwnershipStatements read(Path file) {
    Faults faults = new Faults();
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      faults.add("not_a_file", "", 0, "", "This is a folder, not a file");
      throw new InvalidDatasetException(file.toString(), faults.all());
    }
    Optional<OwnershipStatements> read =
        DatasetFiles.inFolder(folder, faults)
            .flatMap(files -> files.text(name.toString()))
            .map(text -> lines(file) ? list(text) : text)
            .flatMap(text -> JsonTree.read(name.toString(), text, faults))
            .map(root -> new StatementReader(name.toString(), faults).read(root));
    if (faults.any() || read.isEmpty()) {
      throw new InvalidDatasetException(file.toString(), faults.all());
    }
    return read.get();
  }

  /**
   * Writes a file: a statement on every line where its name ends with {@code .jsonl} or {@code
   * .ndjson}, otherwise one list.
   *
   * @param file where to; what was there is replaced
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      new StatementWriter(this).writeTo(writer, lines(file));
    }
  }

  private static boolean lines(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /** One list, with every statement on the line on which it stood. */
  private static String list(String lines) {
    StringBuilder list = new StringBuilder("[");
    boolean first = true;
    for (String line : lines.split("\n", -1)) {
      list.append(first || line.isBlank() ? "" : ",").append(line).append('\n');
      first &= line.isBlank();
    }
    return list.append(']').toString();
  }

  /**
   * Writes JSON: one list.
   *
   * @param writer where to; stays open
   * @throws IOException when it cannot be written
   */
  public void writeTo(Writer writer) throws IOException {
    new StatementWriter(this).writeTo(writer, false);
  }

  /**
   * Writes JSON Lines: a statement on every line.
   *
   * @param writer where to; stays open
   * @throws IOException when it cannot be written
   */
  public void writeLinesTo(Writer writer) throws IOException {
    new StatementWriter(this).writeTo(writer, true);
  }
}
