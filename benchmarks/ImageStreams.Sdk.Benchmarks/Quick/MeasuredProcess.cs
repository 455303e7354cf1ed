using System.Diagnostics;
using System.Globalization;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A program that is run from its start to its end, and the peak of its memory.</summary>
/// <param name="command">The program and its arguments.</param>
public sealed class MeasuredProcess(string[] command)
{
    private const string PeakField = "VmHWM:";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>The smallest peak of the runs, in bytes, as Linux tells it; 0 elsewhere.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Runs the program, and returns the length of what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public long Run()
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var length = Task.Run(() => CountAsync(process.StandardOutput.BaseStream));
        var peak = 0L;
        while (!process.WaitForExit(Pause))
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} has ended with {process.ExitCode}.");
        }

        PeakBytes = PeakBytes == 0 ? peak : Math.Min(PeakBytes, peak);
        return length.GetAwaiter().GetResult();
    }

    private static async Task<long> CountAsync(Stream stream)
    {
        var (buffer, count) = (new byte[64 * 1024], 0L);
        int read;
        while ((read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            count += read;
        }

        return count;
    }

    // The process may end in between.
    private static long ReadPeak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(PeakField, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(PeakField.Length, line.Length - PeakField.Length - 3), NumberStyles.Integer, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
