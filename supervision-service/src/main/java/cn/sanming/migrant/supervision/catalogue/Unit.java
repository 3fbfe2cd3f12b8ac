package cn.sanming.migrant.supervision.catalogue;

/// A unit of the city (单位) that leads measures or answers for a part of them.
public record Unit(String code, String name, String english) {

    /// The 11 county governments together; each has a code of its own, `SM-XQ-350404`.
    public static final String COUNTIES = "SM-XQ";

    /// The Supervision Office of the municipal government (市政府督查室).
    public static final String SUPERVISION_OFFICE = "SM-DCS";

    public static String county(String district) {
        return COUNTIES + '-' + district;
    }
}
