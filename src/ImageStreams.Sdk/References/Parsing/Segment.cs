namespace ImageStreams.References;

/// <summary>A part of a parsed text; the default is empty.</summary>
/// <remarks>A valid reference has at most 520 characters, so 16 bits are plenty.</remarks>
internal readonly record struct Segment(ushort Start, ushort Length)
{
    /// <summary>The part from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static Segment Between(int start, int end) =>
        start < end ? new Segment((ushort)start, (ushort)(end - start)) : default;

    /// <summary>The characters of the part.</summary>
    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, Length);
}
