import PlivoSimulator

await SimulatorCommand.start()
