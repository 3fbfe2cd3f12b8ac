package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.reference.PlainText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// The texts of a body as they are kept: without what nobody sees.
final class InputNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public StringNode stringNode(String text) {
        return super.stringNode(PlainText.of(text));
    }
}
