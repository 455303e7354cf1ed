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

    private int _count;

    private StoreProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>The number of writes that were acknowledged so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Completes when the first write was acknowledged.</summary>
    public Task First => _first.Task;

    /// <summary>Starts a process that writes.</summary>
    /// <param name="kind">The kind of store, such as <c>sqlite</c>.</param>
    /// <param name="place">The path, or the connection string.</param>
    /// <param name="writers">The number of writers in the process.</param>
    public static StoreProcess StartWriting(string kind, string place, int writers)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ImageStreams.Sdk.StoreProcess"))
        {
            ArgumentList = { "write", kind, place, writers.ToString(CultureInfo.InvariantCulture) },
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
            Volatile.Write(ref _count, _acknowledged.Count);
            rest = lines[^1];
            _first.TrySetResult();
        }

        _first.TrySetException(new InvalidOperationException("The process has ended without a write."));
    }
}
