import DialerCore

/// Refused requests and failed calls of each campaign, by which a campaign is halted before its list is used up.
struct FailureWatch {
    /// Requests that Plivo has refused in a row.
    private var refusals: [CampaignID: Int] = [:]
    /// How the last calls ended.
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
    /// - Returns: the code by which the campaign should be halted.
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
