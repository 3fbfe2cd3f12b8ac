/// Sheets as people send them (表格导入): finds the header, knows the headings by data, skips totals and signatures, and
/// reads every cell into its plain form or says what is wrong with it and where.
@NullMarked
package cn.sanming.migrant.platform.reference.sheet;

import org.jspecify.annotations.NullMarked;
