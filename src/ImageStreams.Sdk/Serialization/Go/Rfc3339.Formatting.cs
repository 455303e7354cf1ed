using System.Globalization;

namespace ImageStreams.Serialization;

/// <content>Writing.</content>
internal static partial class Rfc3339
{
    public static int Format(long seconds, Span<byte> destination)
    {
        if ((ulong)seconds >= CommonEnd)
        {
            return FormatRare(seconds, destination);
        }

        new DateTime(seconds * TimeSpan.TicksPerSecond).TryFormat(destination, out var length, "s", CultureInfo.InvariantCulture);
        destination[length] = (byte)'Z';
        return length + 1;
    }

    /// <summary>
    /// Writes years that a <see cref="DateTime"/> does not have: 0, 10000 and, because of an offset, -1.
    /// </summary>
    private static int FormatRare(long seconds, Span<byte> destination)
    {
        var days = Math.DivRem(seconds, SecondsPerDay, out var clock);
        if (clock < 0)
        {
            days--;
            clock += SecondsPerDay;
        }

        var (year, month, day) = ToDate(days);
        var at = year is > 9999 or < 0 ? 1 : 0;
        destination[0] = year < 0 ? (byte)'-' : (byte)('0' + (year / 10_000));
        WriteDigits(destination[at..], Math.Abs(year) % 10_000 / 100);
        WriteDigits(destination[(at + 2)..], Math.Abs(year) % 100, '-');
        WriteDigits(destination[(at + 5)..], month, '-');
        WriteDigits(destination[(at + 8)..], day, 'T');
        WriteDigits(destination[(at + 11)..], (int)clock / 3600, ':');
        WriteDigits(destination[(at + 14)..], (int)clock / 60 % 60, ':');
        WriteDigits(destination[(at + 17)..], (int)clock % 60, 'Z');
        return at + 20;
    }

    private static void WriteDigits(Span<byte> destination, int value, char after)
    {
        WriteDigits(destination, value);
        destination[2] = (byte)after;
    }

    private static void WriteDigits(Span<byte> destination, int value)
    {
        destination[0] = (byte)('0' + (value / 10));
        destination[1] = (byte)('0' + (value % 10));
    }
}
