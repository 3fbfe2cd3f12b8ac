/// The city's list of occupations in short supply (急需紧缺职业（工种）目录): dated editions, never changed once published.
@NullMarked
package cn.sanming.migrant.training.shortage;

import org.jspecify.annotations.NullMarked;
