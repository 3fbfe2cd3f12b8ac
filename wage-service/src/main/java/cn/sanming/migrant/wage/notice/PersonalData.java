package cn.sanming.migrant.wage.notice;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Personal data that may not be published (个人信息): found by its look, spaces, dashes and full-width digits
/// included. The numbers of units stay: a unified social credit code is public.
enum PersonalData {
    IDENTITY_NUMBER,
    PHONE_NUMBER,
    CARD_NUMBER,
    WORKER_PSEUDONYM,
    LIST_OF_WORKERS;

    private static final Pattern GAPS = Pattern.compile("(?<=[0-9])[\\s\\-\\u2010-\\u2015\\u00b7]{1,2}(?=[0-9Xx])");
    private static final Pattern CREDIT_CODE =
            Pattern.compile("(?<![0-9A-Za-z])[159ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])");
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9])[1-9][0-9]{5}(?:(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
                    + "|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9Xx]))");
    private static final Pattern MASKED = Pattern.compile("[0-9]{3,6}[*＊xX×]{4,}[0-9Xx]{0,4}");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9])0[1-9][0-9]{1,2}[0-9]{7,8}(?![0-9])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9])[3-6][0-9]{15,18}(?![0-9])");
    private static final Pattern PSEUDONYM = Pattern.compile("(?<![0-9A-Za-z])w[A-Z2-7]{32}(?![0-9A-Za-z])");

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
            + "唐罗薛雷贺倪汤滕殷毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋庞"
            + "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁"
            + "宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲封储靳焦巴牧车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎"
            + "溥印白怀蒲邰从索赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳冉郦雍桑桂牛寿通边扈燕浦尚农温庄晏柴瞿阎连习艾鱼容向古易戈廖庾居衡步耿满弘匡"
            + "国文寇广欧利师巩聂关荆游竺权盖益桓公肖涂曾";
    /// A surname and one or two characters; 张某 names nobody.
    private static final String NAME = "[" + SURNAMES + "](?!某)[\\u4e00-\\u9fa5]{1,2}";

    /// Two names after a word for workers, or three anywhere: one alone may be the representative's.
    private static final Pattern NAMES = Pattern.compile("[工人员者单][:：]?" + NAME + "(?:[、\\s]+" + NAME + ")+"
            + "|(?:^|[^\\u4e00-\\u9fa5]|[工人员者单][:：]?)" + NAME + "(?:[、，,;；\\s]+" + NAME + "){2,}"
            + "(?=等|[、，,;；。\\s（(]|$|的|共|[0-9])");

    static Set<PersonalData> in(String text) {
        var plain = GAPS.matcher(halfWidth(text)).replaceAll("");
        var rest = CREDIT_CODE.matcher(plain).replaceAll("\u25a1");
        var found = EnumSet.noneOf(PersonalData.class);
        if (IDENTITY.matcher(plain).find() || MASKED.matcher(plain).find()) {
            found.add(IDENTITY_NUMBER);
        }
        if (MOBILE.matcher(rest).find() || LANDLINE.matcher(rest).find()) {
            found.add(PHONE_NUMBER);
        }
        if (!found.contains(IDENTITY_NUMBER) && CARD.matcher(rest).find()) {
            found.add(CARD_NUMBER);
        }
        if (PSEUDONYM.matcher(plain).find()) {
            found.add(WORKER_PSEUDONYM);
        }
        if (NAMES.matcher(plain).find()) {
            found.add(LIST_OF_WORKERS);
        }
        return found;
    }

    private static String halfWidth(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
        return plain.toString();
    }
}
