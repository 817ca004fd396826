# An audit in the formats that other tools read: OSCAL, SARIF, JUnit, a workbook, CSV, Parquet.
