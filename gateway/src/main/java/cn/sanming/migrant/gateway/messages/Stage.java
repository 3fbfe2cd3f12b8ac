package cn.sanming.migrant.gateway.messages;

/// How far a message has come on its way to a phone; in the box it lies from the first moment.
public enum Stage {
    /// on its way
    PENDING,
    /// WeChat has taken it
    SENT,
    /// for the box only: no account, no consent, or no template for it
    KEPT,
    /// WeChat will not take it: somebody must look
    DEAD
}
