package cn.sanming.migrant.platform.casefile;

/// An aggregate whose life is a case: one document with an id, a version (`@Version`) and a case file.
public interface CaseRecord {

    String id();

    CaseFile file();
}
