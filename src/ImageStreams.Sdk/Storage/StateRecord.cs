namespace ImageStreams.Storage;

/// <summary>One record of an <see cref="IStateStore"/>.</summary>
/// <param name="Section">The section, such as <c>imports</c>; not empty.</param>
/// <param name="Key">The key within the section, such as the name of a stream with its namespace; not empty.</param>
/// <param name="Value">The value, JSON as its owner writes it; null, in a write, to remove the record.</param>
/// <exception cref="ArgumentNullException">The section or the key is null.</exception>
public sealed record StateRecord(string Section, string Key, string? Value)
{
    /// <summary>The section, such as <c>imports</c>; not empty.</summary>
    public string Section { get; init; } = Section ?? throw new ArgumentNullException(nameof(Section));

    /// <summary>The key within the section; not empty.</summary>
    public string Key { get; init; } = Key ?? throw new ArgumentNullException(nameof(Key));
}
