/// The window for subsidies (补贴窗口): four eyes, publicity, and money that is reserved before anything is approved.
@NullMarked
package cn.sanming.migrant.subsidy.approval;

import org.jspecify.annotations.NullMarked;
