using System.Diagnostics;

namespace ImageStreams.IntegrationTests;

/// <summary>Runs skopeo.</summary>
internal static class Skopeo
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Copies an image without changing its digest.</summary>
    public static Task<string> CopyAsync(string from, string to, params string[] options) =>
        RunAsync(["copy", "--preserve-digests", .. options, .. NoTls("src", from), .. NoTls("dest", to), from, to]);

    /// <summary>Runs a command and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(ExternalTool.Skopeo.Executable, ["--insecure-policy", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        using var _ = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"skopeo {string.Join(' ', arguments)}: {await errors}");
    }

    private static string[] NoTls(string side, string location) =>
        location.StartsWith("docker://", StringComparison.Ordinal) ? [$"--{side}-tls-verify=false"] : [];
}
