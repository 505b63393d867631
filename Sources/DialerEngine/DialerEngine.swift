enum DialerEnginePlaceholder {}
