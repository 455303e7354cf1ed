using System.Globalization;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>The time at which an image was created, to the nanosecond, as builders write it.</summary>
/// <remarks>The default value is 0001-01-01T00:00:00Z.</remarks>
public readonly record struct ImageCreationTime : IComparable<ImageCreationTime>
{
    private const int NanosecondsPerTick = 100;
    private const int FractionDigits = 9;

    private readonly Timestamp _second;

    private ImageCreationTime(Timestamp second, int nanoseconds)
    {
        _second = second;
        Nanoseconds = nanoseconds;
    }

    /// <summary>The start of Unix time, which reproducible builds use.</summary>
    public static ImageCreationTime Epoch { get; } = FromDateTimeOffset(DateTimeOffset.UnixEpoch);

    /// <summary>The fraction of the second, from 0 to 999,999,999.</summary>
    public int Nanoseconds { get; }

    /// <summary>Determines whether one time is before another.</summary>
    public static bool operator <(ImageCreationTime left, ImageCreationTime right) => left.CompareTo(right) < 0;

    /// <summary>Determines whether one time is before or equal to another.</summary>
    public static bool operator <=(ImageCreationTime left, ImageCreationTime right) => left.CompareTo(right) <= 0;

    /// <summary>Determines whether one time is after another.</summary>
    public static bool operator >(ImageCreationTime left, ImageCreationTime right) => left.CompareTo(right) > 0;

    /// <summary>Determines whether one time is after or equal to another.</summary>
    public static bool operator >=(ImageCreationTime left, ImageCreationTime right) => left.CompareTo(right) >= 0;

    /// <summary>Converts a time.</summary>
    /// <param name="value">The time, with any offset.</param>
    public static ImageCreationTime FromDateTimeOffset(DateTimeOffset value) =>
        new(value, (int)(value.UtcTicks % TimeSpan.TicksPerSecond) * NanosecondsPerTick);

    /// <summary>Parses an RFC 3339 time as Go does, with its fraction.</summary>
    /// <param name="text">The text, such as <c>2024-03-04T02:51:03.255157558Z</c>.</param>
    /// <returns>The time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not such a time.</exception>
    public static ImageCreationTime Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var value)
            ? value
            : throw new FormatException($"'{PrintableText.Escape(text, 64)}' is not an RFC 3339 time such as 2023-11-14T22:13:20Z.");
    }

    /// <summary>Tries to parse an RFC 3339 time.</summary>
    /// <param name="text">The text; null is no time.</param>
    /// <param name="value">The time.</param>
    /// <returns>True when the text is a time.</returns>
    public static bool TryParse(string? text, out ImageCreationTime value)
    {
        var parsed = Timestamp.TryParse(text, out var second);
        value = parsed ? new(second, ReadFraction(text!)) : default;
        return parsed;
    }

    /// <summary>Converts the time to a <see cref="DateTimeOffset"/>, without what is shorter than 100 nanoseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside the years 1 to 9999.</exception>
    public DateTimeOffset ToDateTimeOffset() => _second.ToDateTimeOffset().AddTicks(Nanoseconds / NanosecondsPerTick);

    /// <inheritdoc/>
    public int CompareTo(ImageCreationTime other)
    {
        var seconds = _second.CompareTo(other._second);
        return seconds != 0 ? seconds : Nanoseconds.CompareTo(other.Nanoseconds);
    }

    /// <summary>Returns the time as RFC 3339, in UTC.</summary>
    public override string ToString() => Nanoseconds == 0
        ? _second.ToString()
        : $"{_second.ToString()[..^1]}.{Nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0')}Z";

    private static int ReadFraction(string text)
    {
        var start = text.AsSpan().IndexOfAny('.', ',') + 1;
        var nanoseconds = 0;
        var isDigit = start > 0;
        for (var digit = 0; digit < FractionDigits; digit++)
        {
            isDigit = isDigit && start + digit < text.Length && char.IsAsciiDigit(text[start + digit]);
            nanoseconds = (nanoseconds * 10) + (isDigit ? text[start + digit] - '0' : 0);
        }

        return nanoseconds;
    }
}
