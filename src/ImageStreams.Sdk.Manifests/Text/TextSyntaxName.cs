namespace ImageStreams.Manifests;

/// <summary>Names of a text in messages: short, and without control characters.</summary>
internal static class TextSyntaxName
{
    private const int MaxLength = 64;

    public static string Display(ReadOnlySpan<char> name)
    {
        var cut = name.Length > MaxLength ? name[..MaxLength] : name;
        Span<char> shown = stackalloc char[MaxLength];
        for (var i = 0; i < cut.Length; i++)
        {
            shown[i] = cut[i] is >= ' ' and <= '~' ? cut[i] : '?';
        }

        return cut.Length < name.Length ? $"{shown[..cut.Length]}…" : shown[..cut.Length].ToString();
    }
}
