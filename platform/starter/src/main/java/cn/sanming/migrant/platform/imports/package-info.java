/// Files of rows over HTTP (批量导入): how a file comes in, what each row became in words, and the receipt that stays.
@NullMarked
package cn.sanming.migrant.platform.imports;

import org.jspecify.annotations.NullMarked;
