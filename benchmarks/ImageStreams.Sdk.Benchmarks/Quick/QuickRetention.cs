namespace ImageStreams.Benchmarks.Quick;

/// <summary>The result to measure, created anew, and the number of items to divide its size by.</summary>
/// <remarks>The memory of the input itself is not counted.</remarks>
/// <param name="Make">Creates a result that keeps all it needs; nothing else may reference it.</param>
/// <param name="Items">The number of items of the result.</param>
public sealed record QuickRetention(Func<object> Make, int Items)
{
    /// <summary>The bytes that remain for each item after everything else was collected.</summary>
    public double BytesPerItem()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var result = Make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(result);
        return (double)(after - before) / Items;
    }
}
