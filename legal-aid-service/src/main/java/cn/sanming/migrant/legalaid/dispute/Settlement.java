package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;

/// What the sides agreed on (调解书): the amount and the day it is due.
record Settlement(Money amount, LocalDate payBy, LocalDate settledOn) {}
