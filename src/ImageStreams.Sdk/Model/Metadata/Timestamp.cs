using System.Text;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A time as Kubernetes stores it: UTC, to the second.</summary>
/// <remarks>
/// <para>The default value is Go's zero time, 0001-01-01T00:00:00Z, and means "not set": JSON writes it as <c>null</c>.
/// Fractions of a second are dropped when a value is created, as they are in JSON.</para>
/// <para>The range is that of RFC 3339 with any offset, which is a little wider than that of
/// <see cref="DateTimeOffset"/>: from the year 0 to the first hours of the year 10000. What is written is read again.</para>
/// </remarks>
public readonly record struct Timestamp : IComparable<Timestamp>, ISpanFormattable, ISpanParsable<Timestamp>
{
    /// <summary>The maximum number of characters that are parsed on the stack; only a very long fraction needs more.</summary>
    private const int UsualLength = 64;

    /// <summary>Seconds since 0001-01-01T00:00:00Z.</summary>
    private readonly long _seconds;

    private Timestamp(long seconds) => _seconds = seconds;

    /// <summary>Gets a value indicating whether this is not the zero time.</summary>
    public bool IsSet => _seconds != 0;

    /// <summary>Converts a time to a <see cref="Timestamp"/>, without its fraction of a second.</summary>
    public static implicit operator Timestamp(DateTimeOffset value) => FromDateTimeOffset(value);

    /// <summary>Determines whether one time is before another.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left._seconds < right._seconds;

    /// <summary>Determines whether one time is before or equal to another.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left._seconds <= right._seconds;

    /// <summary>Determines whether one time is after another.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left._seconds > right._seconds;

    /// <summary>Determines whether one time is after or equal to another.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left._seconds >= right._seconds;

    /// <summary>Converts a time to a <see cref="Timestamp"/>, without its fraction of a second.</summary>
    public static Timestamp FromDateTimeOffset(DateTimeOffset value) => new(value.UtcTicks / TimeSpan.TicksPerSecond);

    /// <summary>Gets the current time, to the second.</summary>
    /// <param name="timeProvider">The time provider.</param>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is null.</exception>
    public static Timestamp Now(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return FromDateTimeOffset(timeProvider.GetUtcNow());
    }

    /// <summary>
    /// Parses an RFC 3339 time as Go does: upper-case <c>T</c> and <c>Z</c>, any fraction, any offset.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not such a time.</exception>
    public static Timestamp Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static Timestamp Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static Timestamp Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var value)
            ? value
            : throw new FormatException($"'{PrintableText.Escape(s.ToString(), 64)}' is not an RFC 3339 time such as 2023-11-14T22:13:20Z.");

    /// <summary>Tries to parse an RFC 3339 time as Go does.</summary>
    public static bool TryParse(string? text, out Timestamp value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Timestamp result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Timestamp result)
    {
        Span<byte> ascii = s.Length <= UsualLength ? stackalloc byte[UsualLength] : new byte[s.Length];
        result = default;
        return Ascii.FromUtf16(s, ascii, out var length) == System.Buffers.OperationStatus.Done
            && TryParse(ascii[..length], out result);
    }

    /// <summary>Tries to parse an RFC 3339 time from UTF-8 text as Go does.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Timestamp value)
    {
        var parsed = Rfc3339.TryParse(utf8Text, out var seconds);
        value = new Timestamp(seconds);
        return parsed;
    }

    /// <summary>Converts the time to a <see cref="DateTimeOffset"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside the years 1 to 9999.</exception>
    public DateTimeOffset ToDateTimeOffset() => new(checked(_seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => _seconds.CompareTo(other._seconds);

    /// <summary>Formats the time as RFC 3339, in UTC and to the second.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        Span<byte> text = stackalloc byte[Rfc3339.MaxFormattedLength];
        return Encoding.ASCII.GetString(text[..Format(text)]);
    }

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<byte> text = stackalloc byte[Rfc3339.MaxFormattedLength];
        var length = Format(text);
        charsWritten = 0;
        return length <= destination.Length
            && Ascii.ToUtf16(text[..length], destination, out charsWritten) == System.Buffers.OperationStatus.Done;
    }

    /// <summary>Formats the time as RFC 3339 and returns the number of bytes.</summary>
    internal int Format(Span<byte> destination) => Rfc3339.Format(_seconds, destination);
}
