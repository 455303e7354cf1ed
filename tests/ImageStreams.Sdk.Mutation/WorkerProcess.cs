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

    /// <summary>The number of tests.</summary>
    public int Tests { get; }

    /// <summary>Starts a worker, whose memory is limited to 1 GiB, with a mutant that is on while the tests are found.</summary>
    public static WorkerProcess Start(RoomFolder folder, int mutant)
    {
        var start = new ProcessStartInfo("dotnet", folder.WorkerArguments(mutant))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var count = ReadLine(process, StartLimit);
        return new WorkerProcess(process, int.Parse(count ?? "0", CultureInfo.InvariantCulture));
    }

    /// <summary>Runs every test without a mutant.</summary>
    /// <exception cref="InvalidOperationException">The tests do not start, or do not end.</exception>
    public Coverage Cover()
    {
        var line = Ask(Worker.CoverageRequest, CoverageLimit) ?? throw new InvalidOperationException("The tests do not run.");
        return new Coverage(JsonSerializer.Deserialize<CoverageRecord>(line)!);
    }

    /// <summary>Runs tests with a mutant. After an outcome other than survived or killed, the process is of no more use.</summary>
    public Answer Try(Request request, TimeSpan limit)
    {
        var line = Tests == 0 ? null : Ask(JsonSerializer.Serialize(request), limit);
        return line is not null
            ? JsonSerializer.Deserialize<Answer>(line)!
            : new Answer(_process.WaitForExit(500) ? Outcome.Crashed : Outcome.TimedOut, null);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private string? Ask(string request, TimeSpan limit)
    {
        try
        {
            _process.StandardInput.WriteLine(request);
            return ReadLine(_process, limit);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? ReadLine(Process process, TimeSpan limit)
    {
        var line = process.StandardOutput.ReadLineAsync();
        return line.Wait(limit) ? line.Result : null;
    }
}
