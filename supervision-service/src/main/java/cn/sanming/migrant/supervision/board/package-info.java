/// The supervision board (督查看板): the 21 measures at a glance, the map of open arrears, and the page that shows
/// them. It only puts together what figures, tasks and ledger tell.
@NullMarked
package cn.sanming.migrant.supervision.board;

import org.jspecify.annotations.NullMarked;
