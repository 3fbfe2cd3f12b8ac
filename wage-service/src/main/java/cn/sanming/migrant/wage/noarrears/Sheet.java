package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.wage.policy.NoArrearsScore.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// The marks of one office for the eight criteria (评分表).
///
/// @param role the office: HR or housing
record Sheet(String role, String by, Instant at, List<Mark> marks, BigDecimal total) {}
