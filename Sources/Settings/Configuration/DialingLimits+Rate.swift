import DialerCore

extension DialingLimits {
    /// Why no call could ever be made at `rate`; nil if calls can be made. At any instant at most `rate ×
    /// dispatch_interval` destinations may be handed over, so a product below one allows no call.
    func problem(withRate rate: Double) -> String? {
        guard rate * dispatchInterval.inSeconds < 1 else { return nil }
        return "of \(rate.settingText) allows less than one call in limits.dispatch_interval, which is"
            + " \(dispatchInterval.settingText): make the interval \((Duration.milliseconds(Int64((1000 / rate).rounded(.up)))).settingText) or more"
    }
}
