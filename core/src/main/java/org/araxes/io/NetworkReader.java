package org.araxes.io;

import java.nio.file.Path;
import java.util.Optional;
import org.araxes.network.TransitNetwork;

/**
 * Reads a dataset of the format {@code araxes-dataset/1}: a folder of GeoJSON, CSV and JSON files.
 *
 * <p><b>All or nothing.</b> Either the whole dataset comes back, or an {@link
 * InvalidDatasetException} with every fault at once, each with file, line and id. What a fault
 * makes unknown is not told as another: a reference into a file that cannot be read is let pass
 * until the file can be.
 *
 * <p><b>Lines.</b> For CSV the line where the row begins; for JSON that of the value, and for
 * GeoJSON that of the property or of the position.
 *
 * <p><b>Limits.</b> A line of 1 MiB, a file of 64 MiB, 1,000,000 rows or features a file, JSON
 * nested 32 deep; text is UTF-8 without byte order mark. A file that is a link out of the folder is
 * not followed. At most 1,000 faults are told, and then how many are left.
 *
 * <p><b>Cost.</b> Time and memory in proportion to the size of the files.
 */
public final class NetworkReader {
  private NetworkReader() {}

  /**
   * The network of a dataset on disk.
   *
   * @param folder the dataset's folder
   * @return the network
   * @throws InvalidDatasetException naming every fault at once
   */
  public static TransitNetwork read(Path folder) {
    return readDataset(folder).network();
  }

  /**
   * A dataset on disk.
   *
   * @param folder the dataset's folder
   * @return all that it holds
   * @throws InvalidDatasetException naming every fault at once
   */
  public static Dataset readDataset(Path folder) {
    Faults faults = new Faults();
    return read(folder.toString(), DatasetFiles.inFolder(folder, faults), faults);
  }

  /**
   * The network of a dataset on the class path, where datasets stand under {@code org/araxes/data}.
   *
   * @param name the dataset's name, for instance {@code south-caucasus}
   * @return the network
   * @throws InvalidDatasetException naming every fault at once
   */
  public static TransitNetwork readClassPath(String name) {
    return readClassPathDataset(name).network();
  }

  /**
   * A dataset on the class path, where datasets stand under {@code org/araxes/data}.
   *
   * @param name the dataset's name, for instance {@code south-caucasus}
   * @return all that it holds
   * @throws InvalidDatasetException naming every fault at once
   */
  public static Dataset readClassPathDataset(String name) {
    Faults faults = new Faults();
    return read(Faults.quoted(name), DatasetFiles.onClassPath(name, faults), faults);
  }

  private static Dataset read(String dataset, Optional<DatasetFiles> files, Faults faults) {
    return files
        .flatMap(found -> new DatasetAssembler(found, faults).assemble())
        .orElseThrow(() -> new InvalidDatasetException(dataset, faults.all()));
  }
}
