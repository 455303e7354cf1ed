using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Another process that writes into a store, and what it printed of its acknowledged writes.</summary>
internal sealed class StoreProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<AcknowledgedWrite> _acknowledged = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StoreProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>Completes when the first write was acknowledged.</summary>
    public Task First => _first.Task;

    public static StoreProcess StartWriting(string path, int writers)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ImageStreams.Sdk.StoreProcess"))
        {
            ArgumentList = { "write", "sqlite", path, writers.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return new StoreProcess(Process.Start(start)!);
    }

    /// <summary>Ends the process at once, by SIGKILL.</summary>
    /// <returns>What it has acknowledged.</returns>
    public Task<IReadOnlyList<AcknowledgedWrite>> KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    /// <summary>Lets the process finish its writes.</summary>
    public Task<IReadOnlyList<AcknowledgedWrite>> StopAsync()
    {
        _process.StandardInput.Close();
        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task<IReadOnlyList<AcknowledgedWrite>> EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        return _acknowledged;
    }

    // The last line may be cut off; that write is then not counted as acknowledged.
    private async Task ReadAsync()
    {
        var rest = "";
        var buffer = new char[4096];
        for (int count; (count = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            var lines = (rest + new string(buffer, 0, count)).Split('\n');
            _acknowledged.AddRange(lines[..^1].Select(AcknowledgedWrite.Parse));
            rest = lines[^1];
            _first.TrySetResult();
        }

        _first.TrySetException(new InvalidOperationException("The process has ended without a write."));
    }
}
