/// What tests of the house stand on: a broker and a store, a clock to set, tokens to mint, examples to hold, rules
/// of architecture and contracts to keep.
@NullMarked
package cn.sanming.migrant.platform.test;

import org.jspecify.annotations.NullMarked;
