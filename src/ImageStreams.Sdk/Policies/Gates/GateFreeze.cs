using System.Globalization;

namespace ImageStreams.Policies;

/// <summary>Days on which a tag does not move.</summary>
public sealed record GateFreeze
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The first day, in the time zone of the window.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, which is frozen as well; not before <see cref="From"/>.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Returns the days as the annotation has them, such as <c>2026-12-20/2027-01-06</c>.</summary>
    public override string ToString() => From == To ? Write(From) : $"{Write(From)}/{Write(To)}";

    /// <summary>Reads days from an annotation; null when the text is none.</summary>
    internal static GateFreeze? Read(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var from = ReadDay(slash < 0 ? text : text[..slash]);
        var to = slash < 0 ? from : ReadDay(text[(slash + 1)..]);
        return from is null || to is null ? null : new GateFreeze { From = from.Value, To = to.Value };
    }

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
