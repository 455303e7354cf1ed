using System.Diagnostics;
using System.Globalization;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class InterruptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Process_CtrlCWhileItWaitsForInput_EndsWith130()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // What is started in the background ignores the signal, and so would the tool: env undoes that.
        using var tool = Start(
            "env", "--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "imagestreams.dll"), "doctor", "-");
        using var patience = new CancellationTokenSource(Patience);

        // Before the tool listens to the signal, the system ends it, with the same exit code.
        while (!tool.HasExited)
        {
            using var kill = Start("kill", "-INT", tool.Id.ToString(CultureInfo.InvariantCulture));
            await kill.WaitForExitAsync(patience.Token);
        }

        Assert.Equal(ToolExitCode.Interrupted, tool.ExitCode);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
