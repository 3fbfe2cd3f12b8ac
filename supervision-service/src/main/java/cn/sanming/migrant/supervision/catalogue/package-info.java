/// The catalogue (目录): units, the 21 measures with their promises, the events and what each of them means for a
/// measure. It is data; whoever wants to know which clause and which unit stand behind an event asks here.
@NullMarked
package cn.sanming.migrant.supervision.catalogue;

import org.jspecify.annotations.NullMarked;
