package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;

/// What one worker is owed (欠薪诉求): by pseudonym, for how many months, how much.
record Claim(String personId, int months, Money amount) {}
