/// Publication of serious violations (重大劳动保障违法行为社会公布): each quarter or at once, never with personal data of
/// workers; Order 29.
@NullMarked
package cn.sanming.migrant.wage.notice;

import org.jspecify.annotations.NullMarked;
