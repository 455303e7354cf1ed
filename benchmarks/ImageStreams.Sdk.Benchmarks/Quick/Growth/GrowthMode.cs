namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary><c>quick growth [PART]</c>: the growth of the cost of every entry point, or of those whose name has a part.</summary>
public static class GrowthMode
{
    public const string Command = "growth";

    /// <summary>Prints the table; returns 1 when something grows faster than linear times log.</summary>
    public static int Run(string part, TextWriter output)
    {
        output.WriteLine(GrowthRow.Header);
        var steep = 0;
        foreach (var growthCase in GrowthCatalog.All.Where(one => one.Name.Contains(part, StringComparison.Ordinal)))
        {
            steep += Print(growthCase, output) ? 1 : 0;
        }

        output.WriteLine($"{steep} steep");
        return steep == 0 ? 0 : 1;
    }

    private static bool Print(GrowthCase growthCase, TextWriter output)
    {
        try
        {
            var row = Measure(growthCase);
            output.WriteLine(row);
            return row.IsSteep;
        }
#pragma warning disable CA1031 // One input that fails must not hide the other figures.
        catch (Exception e)
#pragma warning restore CA1031 // end of the handler
        {
            output.WriteLine($"{growthCase.Name}: {e.Message.Split('\n')[0]}");
            return true;
        }
    }

    /// <summary>Measures once more what seems steep: on a busy machine one figure may be wrong.</summary>
    private static GrowthRow Measure(GrowthCase growthCase)
    {
        var row = GrowthMeter.Measure(growthCase);
        return row.IsSteep ? GrowthMeter.Measure(growthCase) : row;
    }
}
