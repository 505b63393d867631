enum DialerDaemonPlaceholder {}
