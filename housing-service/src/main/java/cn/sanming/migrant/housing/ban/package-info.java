/// Bans after a false statement (骗保禁入期): five years from the day the home is given back.
@NullMarked
package cn.sanming.migrant.housing.ban;

import org.jspecify.annotations.NullMarked;
