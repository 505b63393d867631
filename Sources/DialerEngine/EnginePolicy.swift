import DialerCore

/// The engine's fixed numbers, which are no settings, each with its reason.
enum EnginePolicy {
    // MARK: Steps: short ones keep callbacks from waiting.

    /// Contacts that one claim may examine to find some that can be called.
    static let contactsExaminedPerClaim = 1000
    /// Pending contacts of a canceled or expired campaign that one step finishes.
    static let contactsFinishedPerStep = 5000
    /// Calls that one step gives up on.
    static let callsGivenUpPerStep = 500

    // MARK: Dispatch

    /// How long a request may be under way before Plivo queues its calls. A window must stay open for this much longer.
    static let handOverMargin = Duration.seconds(5)
    /// The longest time for which an attempt limit postpones a contact before the limit is checked again: the limit may
    /// be changed, or a call may turn out not to have been placed.
    static let longestPostponement = Duration.seconds(3600)
    /// A zone whose window never opens is checked again after this time, because zone rules and clocks change.
    static let closedWindowRecheck = Duration.seconds(3600)
    /// The pause after a 429 or a failure to connect, doubling with each failure in a row. Look-ups have the same
    /// pauses.
    static let firstHold = Duration.seconds(1)
    static let longestHold = Duration.seconds(60)

    // MARK: Refusals

    /// Requests that may be refused in a row before the campaign is halted: enough to find one bad destination among
    /// 1000 (ten halvings), too few to call a whole list in vain.
    static let refusalsBeforeHalt = 20

    // MARK: Reconciliation

    /// Look-ups may use one part in this many of the API's rate, so that dialing keeps the rest.
    static let lookupShare = 2
    /// The number of failed look-ups in a row of which the operator is told. Single failures are normal.
    static let lookupFailuresBeforeNotice = 4
    /// The wait from the doubt to the first active-call scan. It is short, so that a call that is found goes on as
    /// usual.
    static let firstScan = Duration.seconds(5)
    static let laterScan = Duration.seconds(30)
    /// The wait before the second look-up of a record (or `callback_grace`, if shorter); it doubles each time. A record
    /// comes seconds after the hangup (docs/plivo.md, "Call records"), so a call without a record is probably still
    /// queued or talking.
    static let firstRecheck = Duration.seconds(30)
    static let longestRecheck = Duration.seconds(600)
    /// How long a call that was given up may still turn out to have been made, even if a wrong clock dated the call.
    static let givenUpCallMemory = Duration.seconds(86_400)

    // MARK: Withdrawal

    /// The shortest wait until Plivo is asked again about a call that is to be withdrawn. The wait is an eighth of the
    /// call's age.
    static let shortestWithdrawalInterval = Duration.seconds(30)
    static let withdrawalIntervalShare = 8
    /// The wait until the record of a call that was just withdrawn is looked up.
    static let withdrawnRecordDelay = Duration.seconds(5)

    // MARK: Webhooks

    /// Deliveries that one step starts, so that a dead receiver cannot fill the memory.
    static let deliveriesPerStep = 50
    static let firstRedelivery = Duration.seconds(30)
    static let longestRedelivery = Duration.seconds(600)
    /// After this time a delivery that no receiver has accepted is given up.
    static let deliveryLifetime = Duration.seconds(86_400)

    // MARK: Clocks

    /// The smallest difference that counts as a step. Time services correct smaller ones all day.
    static let smallestClockStep = Duration.seconds(60)
    /// How far Plivo's clock and ours may differ.
    static let clockTolerance = Duration.seconds(3600)
}
