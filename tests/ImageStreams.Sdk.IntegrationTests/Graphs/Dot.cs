using System.Diagnostics;
using System.Text;

namespace ImageStreams.IntegrationTests.Graphs;

/// <summary>Runs Graphviz.</summary>
internal static class Dot
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Draws a DOT text as SVG.</summary>
    /// <exception cref="InvalidOperationException">Graphviz failed, or warned of anything.</exception>
    public static async Task<string> DrawAsync(string dot)
    {
        var start = new ProcessStartInfo(ExternalTool.Dot.Executable, ["-Tsvg"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        using var _ = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(dot.AsMemory(), limit.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 && (await errors).Length == 0
            ? await output
            : throw new InvalidOperationException($"dot ended with {process.ExitCode}: {await errors}");
    }
}
