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
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var tool = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "imagestreams.dll"), "doctor", "-");
        using var patience = new CancellationTokenSource(Patience);

        // Until the tool listens to the signal, the system ends it with the same exit code; or not at all, where the tests
        // themselves were started in the background and ignore it.
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
