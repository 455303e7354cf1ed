using System.Diagnostics;

namespace ImageStreams.IntegrationTests.Quickstart;

/// <summary>One run of the quickstart as a separate process: its output and its exit code.</summary>
internal sealed record QuickstartRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<QuickstartRun> StartAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Quickstart.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new QuickstartRun(process.ExitCode, Plain(await output), Plain(await error));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n");
}
