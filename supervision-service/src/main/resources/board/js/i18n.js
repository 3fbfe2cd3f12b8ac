// The words of the page, Chinese first. What departments say comes from the API in both languages.

const WORDS = {
  zh: {
    skip: "跳到主要内容", title: "督查看板", subtitle: "三明市关心关爱农民工 · 21 条措施", filters: "筛选",
    county: "县（市、区）", unit: "单位", wholeCity: "全市", allUnits: "全部单位", findCase: "案件时间线",
    findHint: "案件号、项目号或信用代码", find: "查询", signIn: "登录", signOut: "退出", signInTitle: "工作人员登录",
    username: "账号", password: "密码", cancel: "取消", asOf: "截至", other: "English", back: "返回看板",
    met: "达标", missed: "未达标", unjudged: "未评价", indicatorsMet: "达标指标", indicatorsMissed: "未达标指标",
    indicatorsUnjudged: "未评价指标", openTasks: "在办任务", overdueTasks: "逾期任务", redWorkers: "红色欠薪人数",
    measures: "21 条措施一览", measuresHint: "点开一条措施，看承诺、指标和责任单位", target: "目标", monitor: "监测指标",
    rising: "高于上期", noData: "暂无数据", noCases: "本期无案件", planNotSet: "计划未下达", overdue: "逾期", open: "在办",
    trendUP: "上升", trendDOWN: "下降", trendLEVEL: "持平", trend: "趋势", arrears: "欠薪预警分布",
    arrearsHint: "未清偿欠薪人数与金额，按最高预警级别着色", RED: "红色", ORANGE: "橙色", YELLOW: "黄色", none: "无欠薪",
    people: "人", each: " 人", lists: "件", yuan: "元", casesOf: "未清偿欠薪", noneOpen: "没有未清偿欠薪", timeline: "时间线",
    signInForCases: "登录后可查看案件与时间线", hands: "各单位任务", handsHint: "按逾期多少排列", noTasks: "没有在办任务",
    period: "周期", indicators: "指标", figures: "数值", byCounty: "各县（市、区）", promises: "承诺与落实途径",
    parameters: "政策参数", parameter: "参数", value: "数值", clause: "依据", basis: "来源", owner: "部门", validFrom: "施行日期",
    P: "本政策", V: "已核法规", M: "待核规定", A: "设定", units: "牵头与责任单位", LEAD: "牵头", RESPONSIBLE: "责任",
    COUNTY: "县级", role: "身份", name: "单位", tasks: "任务", title_: "事项", due: "期限", state: "状态", escalation: "督办",
    firm: "单位信用代码", OPERATION: "接口", RULE: "规则", LIFECYCLE: "流程", EVENT: "事件", software: "系统做法",
    storyOf: "跨部门时间线", nothingHeard: "没有关于它的记录", signInForStory: "请登录后查看时间线", loading: "正在读取…",
    refused: "读取失败", again: "重试", signedIn: "已登录", signedOut: "已退出", updated: "看板已更新", chartTable: "数据表",
    lead: "牵头单位", measure: "措施", shownFor: "范围", departments: "部门", events: "条记录", more: "更多", seconds: "秒",
    workingDays: "个工作日",
    task: { ASSIGNED: "已下达", ACKNOWLEDGED: "已签收", IN_PROGRESS: "办理中", SUBMITTED: "待核验", VERIFIED: "已核验", CLOSED: "已办结", CANCELLED: "已撤销" },
    escalations: { NONE: "—", UNIT: "本单位", LEAD_UNIT: "牵头单位", SUPERVISION_OFFICE: "市政府督查室" },
    dept: { job: "就业", subsidy: "补贴贷款", training: "培训鉴定", housing: "住房", wage: "工资监察", legalaid: "仲裁法援", community: "社区公共服务", supervision: "督查" },
  },
  en: {
    skip: "Skip to content", title: "Supervision board", subtitle: "Caring for migrant workers in Sanming · 21 measures", filters: "Filters",
    county: "County", unit: "Unit", wholeCity: "Whole city", allUnits: "All units", findCase: "Timeline of a case",
    findHint: "case, project or credit code", find: "Find", signIn: "Sign in", signOut: "Sign out", signInTitle: "Staff sign-in",
    username: "Account", password: "Password", cancel: "Cancel", asOf: "As of", other: "中文", back: "Back to the board",
    met: "Met", missed: "Missed", unjudged: "Not judged", indicatorsMet: "targets met", indicatorsMissed: "targets missed",
    indicatorsUnjudged: "not judged", openTasks: "open tasks", overdueTasks: "overdue tasks", redWorkers: "workers on RED alert",
    measures: "The 21 measures at a glance", measuresHint: "Open a measure for promises, indicators and units", target: "Target", monitor: "monitored",
    rising: "above last period", noData: "No data yet", noCases: "No cases", planNotSet: "No plan set", overdue: "overdue", open: "open",
    trendUP: "rising", trendDOWN: "falling", trendLEVEL: "level", trend: "Trend", arrears: "Open wage arrears",
    arrearsHint: "Workers with unpaid wages, coloured by the gravest alert", RED: "Red", ORANGE: "Orange", YELLOW: "Yellow", none: "none open",
    people: "workers", each: "", lists: "lists", yuan: "yuan", casesOf: "Open arrears", noneOpen: "Nothing open", timeline: "timeline",
    signInForCases: "Sign in to see cases and timelines", hands: "Tasks by unit", handsHint: "most overdue first", noTasks: "No open tasks",
    period: "Period", indicators: "Indicators", figures: "Figures", byCounty: "By county", promises: "Promises and what delivers them",
    parameters: "Policy parameters", parameter: "Parameter", value: "Value", clause: "Clause", basis: "Basis", owner: "Department", validFrom: "In force from",
    P: "this policy", V: "law, verified", M: "rule, to verify", A: "assumption", units: "Lead and responsible units", LEAD: "lead", RESPONSIBLE: "responsible",
    COUNTY: "county", role: "Role", name: "Unit", tasks: "Tasks", title_: "Task", due: "Due", state: "State", escalation: "Escalated to",
    firm: "Firm", OPERATION: "API", RULE: "rule", LIFECYCLE: "process", EVENT: "event", software: "In the system",
    storyOf: "Across the departments", nothingHeard: "Nothing was heard of it", signInForStory: "Sign in to see the timeline", loading: "Loading…",
    refused: "Could not be read", again: "Try again", signedIn: "Signed in", signedOut: "Signed out", updated: "The board is up to date", chartTable: "As a table",
    lead: "Lead unit", measure: "Measure", shownFor: "Shown for", departments: "departments", events: "events", more: "More", seconds: "s",
    workingDays: "working days",
    task: { ASSIGNED: "assigned", ACKNOWLEDGED: "acknowledged", IN_PROGRESS: "in progress", SUBMITTED: "to be verified", VERIFIED: "verified", CLOSED: "closed", CANCELLED: "cancelled" },
    escalations: { NONE: "—", UNIT: "the unit", LEAD_UNIT: "lead unit", SUPERVISION_OFFICE: "Supervision Office" },
    dept: { job: "Employment", subsidy: "Subsidies", training: "Training", housing: "Housing", wage: "Wages", legalaid: "Disputes and legal aid", community: "Community", supervision: "Supervision" },
  },
};

let language = localStorage.getItem("board.language") === "en" ? "en" : "zh";

export const lang = () => language;
export const t = (key, within) => (within ? WORDS[language][key]?.[within] ?? within : WORDS[language][key] ?? key);

/** One of two names, in the language of the page. */
export const named = (zh, en) => (language === "zh" ? zh : en) ?? zh;

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("board.language", language);
}

/** Puts the words on what stands in the page itself. */
export function translatePage() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${t("title")} · ${language === "zh" ? "三明市关心关爱农民工" : "Sanming"}`;
  document.querySelectorAll("[data-i18n]").forEach(one => { one.textContent = t(one.dataset.i18n); });
  document.querySelectorAll("[data-i18n-label]").forEach(one => one.setAttribute("aria-label", t(one.dataset.i18nLabel)));
  document.querySelectorAll("[data-i18n-placeholder]").forEach(one => { one.placeholder = t(one.dataset.i18nPlaceholder); });
}
