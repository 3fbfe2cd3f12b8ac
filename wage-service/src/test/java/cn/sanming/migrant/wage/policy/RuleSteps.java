package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.test.RuleTable;

/// The rules of measure 15 with the parameters of this release.
abstract class RuleSteps {

    static final RuleTable RULES = new RuleTable(
            new Payday(),
            new ArrearsDetection(),
            new AccountFunding(),
            new DepositRate(),
            new LiabilityOrder(),
            new CrimeThreshold(),
            new BlacklistDates(),
            new EarlyRemoval(),
            new Damages(),
            new PenaltyRange(),
            new LedgerRetention(),
            new NoticeBoardCompleteness(),
            new NoArrearsScore(),
            new InvestigationDeadline(),
            new EmergencyAdvance(),
            new BlacklistEffect());
}
