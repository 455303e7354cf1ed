using System.Diagnostics;
using System.Text;

namespace ImageStreams.Tests.Hosting;

/// <summary>The keeper as a process of its own, with its demonstration.</summary>
internal sealed class KeeperProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KeeperProcess(string database)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Keeper.dll");
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet", [program, "--demo", "--urls", "http://127.0.0.1:0", $"--Keeper:DemoDatabase={database}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>Everything that the process has written.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public HttpClient Client { get; } = new();

    /// <summary>Starts the process, and waits until it listens.</summary>
    public static async Task<KeeperProcess> StartAsync(string database)
    {
        var keeper = new KeeperProcess(database);
        keeper._process.Start();
        keeper._process.BeginOutputReadLine();
        keeper._process.BeginErrorReadLine();
        await Task.WhenAny(keeper._address.Task, keeper._process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(keeper._address.Task.IsCompleted, keeper.Output);
        keeper.Client.BaseAddress = await keeper._address.Task;
        return keeper;
    }

    /// <summary>Asks the process to end, as a service manager does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Client.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
        {
            _address.TrySetResult(new Uri(line[(start + Listening.Length)..]));
        }
    }
}
