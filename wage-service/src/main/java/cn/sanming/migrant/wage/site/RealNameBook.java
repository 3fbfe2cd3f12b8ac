package cn.sanming.migrant.wage.site;

import java.util.Collection;
import java.util.List;

/// What a site asks of its real-name register (实名制); `wage.realname` answers.
public interface RealNameBook {

    /// Those of the workers who never entered the site by the register, in the order given.
    List<String> without(String projectId, Collection<String> personIds);

    /// How many workers are registered on the site today.
    long onSite(String projectId);
}
