namespace ImageStreams.Benchmarks.Quick;

/// <summary>What to weigh: a result, made anew, and the number of items its weight is divided by.</summary>
/// <remarks>What the input itself holds is not counted, for it is there before.</remarks>
/// <param name="Make">Makes a result that keeps all it needs; nothing else may hold on to it.</param>
/// <param name="Items">How many items the result is of.</param>
public sealed record QuickRetention(Func<object> Make, int Items)
{
    /// <summary>The bytes that stay for each item once everything else was collected.</summary>
    public double BytesPerItem()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var result = Make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(result);
        return (double)(after - before) / Items;
    }
}
