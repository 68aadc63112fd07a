// The strings that name the kinds of documents.

export const KINDS = {
  action_plan: "documentActionPlan",
  master_plan: "documentMasterPlan",
  scenario_list: "documentScenarioList",
  policy: "documentPolicy",
  reply: "documentReply",
  notice: "documentNotice",
  regulation: "documentRegulation",
  report: "documentReport",
  other: "documentOther",
};
