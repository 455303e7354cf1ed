using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Simulated days of a fleet, from its first import on: the size is the number of days.</summary>
/// <remarks>Every run must write the same log; the check has its hash.</remarks>
public static class WorldBenches
{
    public static IReadOnlyList<QuickBench> All { get; } = [new("world-days", WorldDays)];

    private static QuickOperation WorldDays(int days)
    {
        var (log, checks) = ("", 0L);
        return new QuickOperation(
            () =>
            {
                var (text, requests) = SimulatedFleet.RunAsync(days).GetAwaiter().GetResult();
                if (log.Length > 0 && log != text)
                {
                    throw new InvalidOperationException("Two runs of one fleet wrote different logs.");
                }

                (log, checks) = (text, requests);
                return requests;
            },
            () => new JsonArray(checks, log.Count(character => character == '\n'), ComputeHash(log)));
    }

    private static string ComputeHash(string log) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(log)))[..16];
}
