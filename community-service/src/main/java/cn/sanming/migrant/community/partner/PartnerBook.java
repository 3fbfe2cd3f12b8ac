package cn.sanming.migrant.community.partner;

import cn.sanming.migrant.platform.kernel.CommandContext;

/// Something that has partners and can part with one (解除合作).
public interface PartnerBook {

    /// Takes the firm out of everything that is still to come. Harmless when repeated.
    void dismiss(String uscc, CommandContext context);
}
