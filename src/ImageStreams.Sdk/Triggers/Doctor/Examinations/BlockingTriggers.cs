namespace ImageStreams.Triggers;

/// <summary>The first two triggers for which OpenShift changes nothing in their object.</summary>
internal readonly struct BlockingTriggers(int count, Func<int, bool> blocks)
{
    private readonly int[] _indexes = [.. Enumerable.Range(0, count).Where(blocks).Take(2)];

    public bool IsEmpty => _indexes is null or [];

    /// <summary>Finds the first trigger that blocks another one; null when there is none.</summary>
    /// <param name="index">The position of the other one.</param>
    public int? FindFor(int index) => _indexes switch
    {
        [var first, ..] when first != index => first,
        [_, var second] => second,
        _ => null,
    };
}
