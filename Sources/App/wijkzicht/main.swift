internal import Commands

await Wijkzicht.run()
