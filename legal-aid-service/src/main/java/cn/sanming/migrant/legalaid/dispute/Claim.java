package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import org.jspecify.annotations.Nullable;

/// One claim or one item of an award (仲裁请求、裁决事项).
///
/// @param personId whose it is; none for what all applicants claim together
record Claim(ClaimKind kind, Money amount, @Nullable WorkerId personId) {}
