package org.araxes.io;

import java.nio.file.Path;
import java.util.Optional;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenarios;

/**
 * Reads scenarios of one's own about a network: a file like a dataset's {@code scenarios.json}.
 *
 * <p>Every fault is told at once with line and id, as by {@link NetworkReader}. Whether each change
 * can be made to what it names is found out when a scenario is applied.
 */
public final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * The scenarios in a file.
   *
   * @param file the file
   * @param network the network whose elements, parties, agreements and sources they name
   * @return the scenarios
   * @throws InvalidDatasetException naming every fault at once
   */
  public static Scenarios read(Path file, TransitNetwork network) {
    Faults faults = new Faults();
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      faults.add("not_a_file", "", 0, "", "This is a folder, not a file");
      throw new InvalidDatasetException(file.toString(), faults.all());
    }
    Schema schema = Schema.SCENARIOS.in(name.toString());
    Optional<Table> table =
        DatasetFiles.inFolder(folder, faults)
            .flatMap(files -> files.text(schema.file()))
            .flatMap(text -> JsonTree.read(schema.file(), text, faults))
            .map(root -> Table.ofList(schema, root, faults));
    Optional<Scenarios> scenarios =
        table.map(found -> new ScenarioFile(Ids.of(network, found), faults).read(found));
    if (faults.any() || scenarios.isEmpty()) {
      throw new InvalidDatasetException(file.toString(), faults.all());
    }
    return scenarios.get();
  }
}
