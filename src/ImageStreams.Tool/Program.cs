using ImageStreams.Tool;

var environment = ToolProcess.CreateEnvironment();
using var interruption = new Interruption(environment.Drain);
var exitCode = await interruption.RunAsync(token => ToolHost.RunAsync(args, environment, token)).ConfigureAwait(false);
if (exitCode == ToolExitCode.Interrupted)
{
    // What a computation still writes must not delay the end.
    Environment.Exit(exitCode);
}

return exitCode;
