using ImageStreams.Fuzz;

return CommandLine.Run(args, Console.Out, Console.Error);
