import DialerCore

/// The numbers by which the engine goes that are no setting, each with its reason.
enum EnginePolicy {
    // MARK: Steps: short ones keep callbacks from waiting.

    /// Contacts that one claim may look at to find some that can be called.
    static let contactsExaminedPerClaim = 1000
    /// Pending contacts of a canceled or expired campaign that one step finishes.
    static let contactsFinishedPerStep = 5000
    /// Calls that one step gives up on.
    static let callsGivenUpPerStep = 500

    // MARK: Dispatch

    /// How long a request may be under way before Plivo queues its calls: a window must stay open so much longer.
    static let handOverMargin = Duration.seconds(5)
    /// An attempt limit that postpones a contact is asked about again after this time: the limit may be changed, or a call
    /// may turn out to be none.
    static let longestPostponement = Duration.seconds(3600)
    /// A zone whose window never opens is asked about again after this time: zone rules and clocks change.
    static let closedWindowRecheck = Duration.seconds(3600)
    /// After a 429 or a failure to connect, doubling with each failure in a row; the same for look-ups.
    static let firstHold = Duration.seconds(1)
    static let longestHold = Duration.seconds(60)

    // MARK: Refusals

    /// Requests that may be refused in a row before the campaign is halted: enough for one bad destination among 1000 to be
    /// found (ten halvings), too few to burn a list.
    static let refusalsBeforeHalt = 20

    // MARK: Reconciliation

    /// Look-ups may use one part in so many of the API's rate, so that dialing keeps the rest.
    static let lookupShare = 2
    /// A look-up that fails now and then is no news; so many failures in a row are.
    static let lookupFailuresBeforeNotice = 4
    /// An active-call scan comes soon after the doubt: a call that is found there goes on as if nothing had happened.
    static let firstScan = Duration.seconds(5)
    static let laterScan = Duration.seconds(30)
    /// A record comes seconds after the hangup (docs/plivo.md, "Call records"): what is not there soon is a call that is
    /// still queued or talking, so the waits between look-ups double, from this one (or `callback_grace`, if shorter).
    static let firstRecheck = Duration.seconds(30)
    static let longestRecheck = Duration.seconds(600)
    /// For so long a call that was given up may yet turn out to have been made, even if a wrong clock dated it.
    static let givenUpCallMemory = Duration.seconds(86_400)

    // MARK: Withdrawal

    /// Until Plivo is asked again about a call that is to be withdrawn: an eighth of the call's age, this at least.
    static let shortestWithdrawalInterval = Duration.seconds(30)
    static let withdrawalIntervalShare = 8
    /// Until the record of a call that was just withdrawn is looked up.
    static let withdrawnRecordDelay = Duration.seconds(5)

    // MARK: Webhooks

    /// Deliveries that one step starts, so that a dead receiver cannot fill the memory.
    static let deliveriesPerStep = 50
    static let firstRedelivery = Duration.seconds(30)
    static let longestRedelivery = Duration.seconds(600)
    /// After this time the receiver has been away for too long.
    static let deliveryLifetime = Duration.seconds(86_400)

    // MARK: Clocks

    /// A smaller difference is what time services correct all day.
    static let smallestClockStep = Duration.seconds(60)
    /// By how much Plivo's clock and ours may differ.
    static let clockTolerance = Duration.seconds(3600)
}
