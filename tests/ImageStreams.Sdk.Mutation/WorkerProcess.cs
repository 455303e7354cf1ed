using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ImageStreams.Mutation;

/// <summary>A process in which tests run with mutants.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan CoverageLimit = TimeSpan.FromMinutes(30);

    private readonly Process _process;

    private WorkerProcess(Process process, int tests) => (_process, Tests) = (process, tests);

    /// <summary>How many tests there are.</summary>
    public int Tests { get; }

    /// <summary>Whether no mutant was tried in it yet.</summary>
    public bool IsFresh { get; private set; } = true;

    /// <summary>Starts a worker, whose memory is limited to 1 GiB.</summary>
    /// <exception cref="InvalidOperationException">It does not get ready.</exception>
    public static WorkerProcess Start(RoomFolder folder)
    {
        var start = new ProcessStartInfo("dotnet", folder.WorkerArguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return ReadLine(process, StartLimit) is { } count
            ? new WorkerProcess(process, int.Parse(count, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("A worker did not start: dotnet " + string.Join(' ', folder.WorkerArguments));
    }

    /// <summary>Runs every test without a mutant.</summary>
    public Coverage Cover()
    {
        _process.StandardInput.WriteLine(Worker.CoverageRequest);
        var line = ReadLine(_process, CoverageLimit) ?? throw new InvalidOperationException("The tests do not end without a mutant.");
        return new Coverage(JsonSerializer.Deserialize<List<TestCoverage>>(line)!);
    }

    /// <summary>Runs tests with a mutant. After an outcome other than survived or killed, the process is of no more use.</summary>
    public Answer Try(Request request, TimeSpan limit)
    {
        IsFresh = false;
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        if (ReadLine(_process, limit) is { } line)
        {
            return JsonSerializer.Deserialize<Answer>(line)!;
        }

        return new Answer(_process.WaitForExit(500) ? Outcome.Crashed : Outcome.TimedOut, null);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string? ReadLine(Process process, TimeSpan limit)
    {
        var line = process.StandardOutput.ReadLineAsync();
        return line.Wait(limit) ? line.Result : null;
    }
}
