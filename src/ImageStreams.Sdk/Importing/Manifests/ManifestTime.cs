namespace ImageStreams.Importing;

/// <summary>Parses times in manifests and configurations, which Go reads strictly by RFC 3339.</summary>
/// <remarks>
/// Unlike <see cref="Timestamp.Parse(string)"/> it requires two digits for the hour, a point before a fraction, and an
/// offset below 24 hours and 60 minutes.
/// </remarks>
internal static class ManifestTime
{
    private const int HourEnd = 12;
    private const int Fraction = 19;

    /// <summary>Parses a time; not set when there is no text.</summary>
    public static Timestamp Read(string? text, ImageFormatFailure kind, string what, string path)
    {
        if (text is null)
        {
            return default;
        }

        return Timestamp.TryParse(text, out var time) && IsStrict(text)
            ? time
            : throw ImageFormatErrors.NoTime(kind, what, path, text);
    }

    private static bool IsStrict(string text) =>
        text[HourEnd] != ':' && text[Fraction] != ',' && (text[^1] == 'Z' || HasStrictOffset(text.AsSpan(text.Length - 5)));

    private static bool HasStrictOffset(ReadOnlySpan<char> offset) =>
        Two(offset) < 24 && Two(offset[3..]) < 60;

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + (digits[1] - '0');
}
