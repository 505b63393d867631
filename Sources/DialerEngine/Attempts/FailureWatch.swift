import DialerCore

/// Counts each campaign's refused requests and failed calls, so that a campaign is halted before its whole list is
/// called in vain.
struct FailureWatch {
    /// Requests that Plivo has refused in a row.
    private var refusals: [CampaignID: Int] = [:]
    /// How the last calls of each campaign ended.
    private var runs: [CampaignID: FailureRun] = [:]

    /// - Returns: whether the campaign should be halted.
    mutating func noteRefusal(of campaign: CampaignID) -> Bool {
        refusals[campaign, default: 0] += 1
        guard refusals[campaign, default: 0] >= EnginePolicy.refusalsBeforeHalt else { return false }
        refusals[campaign] = nil
        return true
    }

    mutating func noteAcceptance(of campaign: CampaignID) { refusals[campaign] = nil }

    /// - Parameter failure: the call's hangup cause code; nil if the call did not fail.
    /// - Returns: the cause code for which the campaign should be halted; nil if it should go on.
    mutating func noteEnd(of campaign: CampaignID, failure: Int?) -> Int? {
        guard let code = runs[campaign, default: FailureRun()].note(failure) else { return nil }
        runs[campaign] = nil
        return code
    }

    mutating func forget(_ campaign: CampaignID) {
        refusals[campaign] = nil
        runs[campaign] = nil
    }
}
