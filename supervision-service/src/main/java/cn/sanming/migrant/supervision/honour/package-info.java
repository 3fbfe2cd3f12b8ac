/// Honours (评优): the title 优秀农民工, from nomination over publicity to the grant; M21.3.
@NullMarked
package cn.sanming.migrant.supervision.honour;

import org.jspecify.annotations.NullMarked;
