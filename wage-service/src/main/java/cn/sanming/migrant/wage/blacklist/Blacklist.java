package cn.sanming.migrant.wage.blacklist;

/// Who stands on the list of dishonest entities for wage arrears (失信联合惩戒对象名单) today; Order 45.
public interface Blacklist {

    boolean isListed(String uscc);
}
