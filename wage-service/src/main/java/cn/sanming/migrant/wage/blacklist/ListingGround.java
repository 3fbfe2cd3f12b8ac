package cn.sanming.migrant.wage.blacklist;

/// Why an employer may be listed (列入情形), Order 45: the sum reaches the limit of the crime, or a group or extreme
/// incident did severe harm. Both need an order to pay that was defaulted.
public enum ListingGround {
    CRIME_AMOUNT,
    SEVERE_IMPACT
}
