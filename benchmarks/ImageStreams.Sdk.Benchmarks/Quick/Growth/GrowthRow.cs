using System.Globalization;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>The costs of one entry point at three sizes, and the power of the size with which they grow.</summary>
public sealed record GrowthRow(string Name, IReadOnlyList<GrowthCost> Costs)
{
    // n log n has 1.2 between inputs of 100 and 1,000; caches and collections cost more, n² has 2.
    private const double MaxTimePower = 1.5;
    private const double MaxBytesPower = 1.3;

    /// <summary>The header of the table.</summary>
    public static string Header { get; } = Format("entry point", "n", "time n", "10n", "100n", "power", "bytes n", "10n", "100n", "power", "");

    /// <summary>The power of the time from the first to the third size; of one step, it depends on caches and the load.</summary>
    public double TimePower => Power(cost => cost.Nanoseconds, Costs[0]) / 2;

    /// <summary>The power of the allocations from the second to the third size.</summary>
    public double BytesPower => Power(cost => cost.Bytes, Costs[1]);

    /// <summary>Gets a value indicating whether a cost grows faster than linear times log.</summary>
    public bool IsSteep => TimePower > MaxTimePower || BytesPower > MaxBytesPower;

    /// <summary>Returns the row of the table.</summary>
    public override string ToString() => Format(
        Name,
        $"{Costs[0].Size}",
        Time(0),
        Time(1),
        Time(2),
        TimePower.ToString("F2", CultureInfo.InvariantCulture),
        Bytes(0),
        Bytes(1),
        Bytes(2),
        BytesPower.ToString("F2", CultureInfo.InvariantCulture),
        IsSteep ? "STEEP" : "");

    private static string Format(params string[] cells) =>
        $"{cells[0],-34}{string.Concat(cells[1..].Select(cell => $"{cell,10}"))}";

    private double Power(Func<GrowthCost, double> cost, GrowthCost from) =>
        Math.Log10(Math.Max(1, cost(Costs[2])) / Math.Max(1, cost(from)));

    private string Time(int i) => Costs[i].Nanoseconds switch
    {
        < 1e4 and var ns => $"{ns:F0} ns",
        < 1e7 and var ns => $"{ns / 1e3:F0} us",
        var ns => $"{ns / 1e6:F0} ms",
    };

    private string Bytes(int i) => Costs[i].Bytes switch
    {
        < 1e4 and var bytes => $"{bytes:F0} B",
        < 1e7 and var bytes => $"{bytes / 1e3:F0} kB",
        var bytes => $"{bytes / 1e6:F0} MB",
    };
}
