package cn.sanming.migrant.subsidy.claim;

/// The payment batch that holds an approved application (付款批次), so that no other batch and no hand can pay it as well.
///
/// @param atBank whether the bank has the order: from then on only its return file decides
public record Payout(String batchId, boolean atBank) {}
