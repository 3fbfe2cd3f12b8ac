/// Workbooks of Office Open XML (XLSX), streamed within budgets.
@NullMarked
package cn.sanming.migrant.platform.reference.sheet.xlsx;

import org.jspecify.annotations.NullMarked;
