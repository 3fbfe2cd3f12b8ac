/// Text files of separated values (CSV): encoding and separator are found.
@NullMarked
package cn.sanming.migrant.platform.reference.sheet.csv;

import org.jspecify.annotations.NullMarked;
