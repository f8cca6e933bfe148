package org.araxes.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads a CSV file into rows of its schema. */
final class CsvTable {
  private final Schema schema;
  private final Faults faults;
  private int[] columnOf = new int[0];

  private CsvTable(Schema schema, Faults faults) {
    this.schema = schema;
    this.faults = faults;
  }

  static Table read(Schema schema, String text, Faults faults) {
    return new CsvTable(schema, faults).read(text);
  }

  private Table read(String text) {
    List<Row> rows = new ArrayList<>();
    int line = 1;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        faults.add("missing_header", schema.file(), 1, "", "The file is empty" + columnsWanted());
        return Table.unreadable(schema);
      }
      if (!readHeader(records.next())) {
        return Table.unreadable(schema);
      }
      while (records.hasNext()) {
        CsvRecord csv = records.next();
        line = (int) csv.getStartingLineNumber() + 1;
        if (rows.size() == Table.MOST_ROWS) {
          faults.add(
              "too_many_rows",
              schema.file(),
              (int) csv.getStartingLineNumber(),
              "",
              "More than " + Table.MOST_ROWS + " rows");
          return new Table(schema, rows, false);
        }
        rows.add(row(csv));
      }
    } catch (CsvParseException broken) {
      tellBroken(broken, line);
      return new Table(schema, rows, false);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Table(schema, rows, true);
  }

  private void tellBroken(CsvParseException broken, int line) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    java.util.regex.Matcher told =
        java.util.regex.Pattern.compile("line (\\d+)").matcher(String.valueOf(broken.getMessage()));
    faults.add(
        "invalid_csv",
        schema.file(),
        told.find() ? Integer.parseInt(told.group(1)) : line,
        "",
        "Not CSV: " + cause.getMessage() + ". Maybe a quotation mark is missing or not doubled?");
  }

  private boolean readHeader(CsvRecord header) {
    List<String> names = header.getFields();
    columnOf = new int[names.size()];
    Set<String> seen = new HashSet<>();
    Set<String> missing = new java.util.LinkedHashSet<>(schema.columns());
    missing.removeAll(schema.spare());
    int line = (int) header.getStartingLineNumber();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      columnOf[i] = schema.columns().indexOf(name);
      missing.remove(name);
      if (columnOf[i] < 0) {
        faults.add(
            "unknown_column",
            schema.file(),
            line,
            "",
            "No column "
                + Faults.quoted(name)
                + " is foreseen."
                + faults.maybe(name, schema.columns()));
      } else if (!seen.add(name)) {
        columnOf[i] = -1;
        faults.add(
            "duplicate_column",
            schema.file(),
            line,
            "",
            "The column " + Faults.quoted(name) + " is there twice");
      }
    }
    missing.removeIf(schema::canMiss);
    for (String name : missing) {
      faults.add(
          "missing_column",
          schema.file(),
          line,
          "",
          "The column \"" + name + "\" is missing." + faults.maybe(name, names));
    }
    return missing.isEmpty();
  }

  private String columnsWanted() {
    return ". Maybe begin with the header " + String.join(",", schema.columns()) + "?";
  }

  private Row row(CsvRecord csv) {
    String[] cells = new String[schema.columns().size()];
    java.util.Arrays.fill(cells, "");
    for (int i = 0; i < Math.min(columnOf.length, csv.getFieldCount()); i++) {
      if (columnOf[i] >= 0) {
        cells[columnOf[i]] = csv.getField(i);
      }
    }
    Row row = Row.ofCells(schema, (int) csv.getStartingLineNumber(), cells, faults);
    if (csv.getFieldCount() != columnOf.length) {
      row.fault(
          "wrong_cell_count",
          schema.key(),
          "The row has "
              + csv.getFieldCount()
              + " cells, the header "
              + columnOf.length
              + ". Maybe a text with a comma lacks its quotation marks?");
    }
    return row;
  }
}
