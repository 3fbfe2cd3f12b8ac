/// Reads files of vacancies as partners send them (批量导入): JSON, NDJSON, CSV, XLSX; row by row, never as a whole.
@NullMarked
package cn.sanming.migrant.job.vacancy.imports;

import org.jspecify.annotations.NullMarked;
