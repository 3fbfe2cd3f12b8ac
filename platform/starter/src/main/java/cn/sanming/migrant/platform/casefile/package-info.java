/// The file of one case (案卷): its state, its history and the events it still owes the world, in one document.
@NullMarked
package cn.sanming.migrant.platform.casefile;

import org.jspecify.annotations.NullMarked;
