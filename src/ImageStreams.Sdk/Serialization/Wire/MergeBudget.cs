namespace ImageStreams.Serialization;

/// <summary>Limits how many entries of former readings are copied when a document gives fields more than once.</summary>
/// <remarks>
/// A field given twice is merged, and a map given n times would be copied n times. All copies together may have as many
/// entries as the text has bytes: this keeps reading linear, and ordinary text needs far less.
/// </remarks>
internal struct MergeBudget(int textLength)
{
    private long _remaining = textLength;

    /// <summary>Takes entries from the budget; false when it is exhausted.</summary>
    public bool TryTake(int entries)
    {
        _remaining -= entries;
        return _remaining >= 0;
    }
}
