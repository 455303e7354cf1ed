using ImageStreams.Mutation;

return CommandLine.Run(args, Console.Out, Console.Error);
