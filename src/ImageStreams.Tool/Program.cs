using System.CommandLine;

return await new RootCommand("Answers questions about image streams in manifests.").Parse(args).InvokeAsync().ConfigureAwait(false);
