/// Places and waiting lists (名额与候补): whoever asks first has the place, also when five hundred ask at once.
@NullMarked
package cn.sanming.migrant.community.ticket;

import org.jspecify.annotations.NullMarked;
