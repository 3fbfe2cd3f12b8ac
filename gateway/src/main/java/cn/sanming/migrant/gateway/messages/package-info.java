/// What the city tells people (消息): each event that concerns somebody becomes one message in their box, and, where
/// they agreed, a subscribe message on their phone. Notices that concern everybody stand on the notice board. Facts
/// come from events; words, pages and templates are data (`messages.yaml`); who a person is stays with `wechat`.
@NullMarked
package cn.sanming.migrant.gateway.messages;

import org.jspecify.annotations.NullMarked;
