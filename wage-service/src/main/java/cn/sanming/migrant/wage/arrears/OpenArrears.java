package cn.sanming.migrant.wage.arrears;

/// Whether wages are owed right now (欠薪), by project or by employer; 支付条例 art. 27 and 32 close nothing while they are.
public interface OpenArrears {

    boolean onProject(String projectId);

    boolean ofEmployer(String uscc);
}
