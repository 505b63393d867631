import DialerCore

extension DialingLimits {
    /// Why no call could ever be made at `rate`: at any instant at most `rate × dispatch_interval` destinations may be handed
    /// over, and less than one is none. Nil if calls can be made.
    func problem(withRate rate: Double) -> String? {
        guard rate * dispatchInterval.inSeconds < 1 else { return nil }
        return "of \(rate.settingText) allows less than one call in limits.dispatch_interval, which is"
            + " \(dispatchInterval.settingText): make the interval \((Duration.milliseconds(Int64((1000 / rate).rounded(.up)))).settingText) or more"
    }
}
