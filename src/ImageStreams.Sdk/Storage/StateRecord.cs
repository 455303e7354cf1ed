namespace ImageStreams.Storage;

/// <summary>One record of an <see cref="IStateStore"/>.</summary>
/// <param name="Section">The section, such as <c>imports</c>; not empty.</param>
/// <param name="Key">The key within the section, such as the name of a stream with its namespace; not empty.</param>
/// <param name="Value">The value, JSON as its owner writes it; null, in a write, to remove the record.</param>
public sealed record StateRecord(string Section, string Key, string? Value);
