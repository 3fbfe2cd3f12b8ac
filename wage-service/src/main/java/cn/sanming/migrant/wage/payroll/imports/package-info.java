/// Reads payroll sheets as employers keep them (JSON, NDJSON, CSV, XLSX), row by row, with a verdict for each row.
@NullMarked
package cn.sanming.migrant.wage.payroll.imports;

import org.jspecify.annotations.NullMarked;
