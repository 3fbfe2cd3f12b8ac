/// What a file of rows is made of (单元格): cells, rows, sheets, and what reading them may cost.
@NullMarked
package cn.sanming.migrant.platform.reference.sheet.cells;

import org.jspecify.annotations.NullMarked;
