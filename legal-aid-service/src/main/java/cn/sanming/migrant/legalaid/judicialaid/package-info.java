/// Judicial aid (司法救助) for workers in hardship whose judgment or award brings them nothing.
@NullMarked
package cn.sanming.migrant.legalaid.judicialaid;

import org.jspecify.annotations.NullMarked;
