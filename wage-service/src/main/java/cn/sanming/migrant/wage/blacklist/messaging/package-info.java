/// What the list hears of arrears: new ones of a listed employer bar its early removal.
@NullMarked
package cn.sanming.migrant.wage.blacklist.messaging;

import org.jspecify.annotations.NullMarked;
