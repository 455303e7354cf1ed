using ImageStreams.Conformance;

return CommandLine.Run(args, Console.Out, Console.Error);
