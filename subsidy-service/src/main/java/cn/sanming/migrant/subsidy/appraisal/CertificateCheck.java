package cn.sanming.migrant.subsidy.appraisal;

/// The question to the training department (证书查验): is a certificate still good? It is asked at each review, because
/// money must not follow a certificate that was revoked a moment ago.
public interface CertificateCheck {

    enum Answer {
        VALID,
        REVOKED,
        UNKNOWN
    }

    Answer of(String certificateId);
}
