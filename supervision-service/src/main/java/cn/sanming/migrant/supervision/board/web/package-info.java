/// Serves the page of the board.
@NullMarked
package cn.sanming.migrant.supervision.board.web;

import org.jspecify.annotations.NullMarked;
