/// Appraisal of labour capability (劳动能力鉴定): experts drawn at random, verifiably; 工伤保险条例 art. 25, 26.
@NullMarked
package cn.sanming.migrant.wage.appraisal;

import org.jspecify.annotations.NullMarked;
