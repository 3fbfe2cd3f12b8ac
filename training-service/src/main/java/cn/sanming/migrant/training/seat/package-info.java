/// Limited places (名额) of classes and competitions: exactly as many as there are, however many ask at once.
@NullMarked
package cn.sanming.migrant.training.seat;

import org.jspecify.annotations.NullMarked;
