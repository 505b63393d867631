import DialerCore

extension DialingLimits {
    /// Why calls could never be made at `rate`: in an instant at most `rate × dispatch_interval` destinations may be
    /// handed over, and less than one is none.
    func problem(withRate rate: Double) -> String? {
        guard rate * dispatchInterval.inSeconds < 1 else { return nil }
        return "of \(rate.settingText) allows less than one call in limits.dispatch_interval, which is"
            + " \(dispatchInterval.settingText): make the interval \((Duration.milliseconds(Int64((1000 / rate).rounded(.up)))).settingText) or more"
    }
}
