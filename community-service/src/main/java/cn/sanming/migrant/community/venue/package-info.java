/// Libraries, culture centres, galleries and audio book rooms (公共文化场馆, measure 12): open to all, free of charge.
@NullMarked
package cn.sanming.migrant.community.venue;

import org.jspecify.annotations.NullMarked;
