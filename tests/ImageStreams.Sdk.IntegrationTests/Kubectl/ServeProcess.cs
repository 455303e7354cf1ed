using System.Diagnostics;
using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary><c>imagestreams serve</c> as a process of its own, on a free port and with a file for its streams.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "imagestreams.dll");

    private readonly ScratchFolder _folder = new();
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServeProcess(string[] args)
    {
        string[] own = ["serve", "--data", Path.Combine(_folder.Path, "streams.db"), "--listen", "127.0.0.1:0", "--kubeconfig", Kubeconfig];
        _process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. own, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The file that clients read.</summary>
    public string Kubeconfig => Path.Combine(_folder.Path, "kubeconfig");

    /// <summary>Starts a server and waits until it says that it serves.</summary>
    public static async Task<ServeProcess> StartAsync(params string[] args)
    {
        var server = new ServeProcess(args);
        using var patience = new CancellationTokenSource(Patience);
        var line = await server._process.StandardOutput.ReadLineAsync(patience.Token);
        while (line is not null && !File.Exists(server.Kubeconfig))
        {
            line = await server._process.StandardOutput.ReadLineAsync(patience.Token);
        }

        return line is null ? throw new InvalidOperationException($"imagestreams serve ended: {await server._errors}") : server;
    }

    /// <summary>Stops the server with a signal, as a service manager does.</summary>
    /// <returns>The exit code, and what it wrote to the standard error.</returns>
    public async Task<(int ExitCode, string Errors)> StopAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }
}
