namespace ImageStreams;

/// <summary>Texts that were put together from a record, remembered beside it.</summary>
/// <remarks>
/// They say nothing that the record does not say, so any two are equal. A single reference, which a thread may write while
/// another reads; of two that write at once either may win, since both have the same to say.
/// </remarks>
internal struct RememberedTexts : IEquatable<RememberedTexts>
{
    private string?[]? _texts;

    /// <summary>A place for each of so many texts; those that nobody has put together yet are null.</summary>
    public string?[] Of(int count) => _texts ??= new string?[count];

    /// <inheritdoc/>
    public readonly bool Equals(RememberedTexts other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RememberedTexts;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;
}
