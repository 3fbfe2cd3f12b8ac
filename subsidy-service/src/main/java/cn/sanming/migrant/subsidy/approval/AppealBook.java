package cn.sanming.migrant.subsidy.approval;

/// Whether an appeal stands against the decision on an application (异议复核): until it is decided nothing is approved.
public interface AppealBook {

    boolean pending(String applicationId);
}
