package cn.sanming.migrant.platform.kernel;

/// Something the house can be asked to do, under a name that stays: a command on a case, or an effect of it.
public interface Step {

    String name();
}
