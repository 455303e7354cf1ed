using System.Globalization;

namespace ImageStreams.Serialization;

/// <summary>RFC 3339 times as Go's <c>time.Parse</c> reads and its <c>AppendFormat</c> writes them.</summary>
/// <remarks>
/// Where Go is more lenient than the RFC, so is this: an hour of one digit, a comma before the fraction, offsets up
/// to 24:60. Times count in seconds since 0001-01-01T00:00:00Z.
/// </remarks>
internal static class Rfc3339
{
    /// <summary>The longest text that is looked at; a fraction may have any number of digits up to it.</summary>
    public const int MaxLength = 256;

    /// <summary>The longest text that is written: a year of five digits or with a sign.</summary>
    public const int MaxFormattedLength = 24;

    private const int SecondsPerDay = 86_400;

    /// <summary>Days from 0000-03-01, where the arithmetic starts its years, to 0001-01-01.</summary>
    private const int DaysBeforeYearOne = 306;

    private const int DaysPer400Years = 146_097;

    /// <summary>The first second of the year 10000.</summary>
    private const ulong UsualEnd = 3_652_059UL * SecondsPerDay;

    public static bool TryParse(ReadOnlySpan<byte> text, out long seconds)
    {
        if (TryUsual(text, out seconds))
        {
            return true;
        }

        if (text.Length > MaxLength)
        {
            return false;
        }

        var rest = text;
        if (!TryDate(ref rest, out var days) || !TryClock(ref rest, out var clock))
        {
            return false;
        }

        SkipFraction(ref rest);
        if (!TryOffset(rest, out var offset))
        {
            return false;
        }

        seconds = (days * SecondsPerDay) + clock - offset;
        return true;
    }

    public static int Format(long seconds, Span<byte> destination)
    {
        if ((ulong)seconds >= UsualEnd)
        {
            return FormatRare(seconds, destination);
        }

        new DateTime(seconds * TimeSpan.TicksPerSecond).TryFormat(destination, out var length, "s", CultureInfo.InvariantCulture);
        destination[length] = (byte)'Z';
        return length + 1;
    }

    /// <summary>Years that a <see cref="DateTime"/> does not have: 0, 10000 and, where an offset leads there, -1.</summary>
    private static int FormatRare(long seconds, Span<byte> destination)
    {
        var days = Math.DivRem(seconds, SecondsPerDay, out var clock);
        if (clock < 0)
        {
            (days, clock) = (days - 1, clock + SecondsPerDay);
        }

        var (year, month, day) = ToDate(days);
        var at = year is > 9999 or < 0 ? 1 : 0;
        destination[0] = year < 0 ? (byte)'-' : (byte)('0' + (year / 10_000));
        Digits(destination[at..], Math.Abs(year) % 10_000 / 100);
        Digits(destination[(at + 2)..], Math.Abs(year) % 100, '-');
        Digits(destination[(at + 5)..], month, '-');
        Digits(destination[(at + 8)..], day, 'T');
        Digits(destination[(at + 11)..], (int)clock / 3600, ':');
        Digits(destination[(at + 14)..], (int)clock / 60 % 60, ':');
        Digits(destination[(at + 17)..], (int)clock % 60, 'Z');
        return at + 20;
    }

    /// <summary>The form that Kubernetes writes, <c>2023-11-14T22:13:20Z</c>, without a step for each part.</summary>
    private static bool TryUsual(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        if (text.Length != 20 || text[19] != 'Z' || text[10] != 'T'
            || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (Two(text, 0) * 100) + Two(text, 2);
        var (month, day) = (Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        if (year < 0 || (uint)(month - 1) > 11 || (uint)(day - 1) >= DaysIn(year, month)
            || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        seconds = (FromDate(year, month, day) * SecondsPerDay) + (((hour * 60) + minute) * 60) + second;
        return true;
    }

    /// <summary>The number that two digits make; far below zero when one is no digit.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens > 9 || ones > 9 ? -100_000 : (int)((tens * 10) + ones);
    }

    /// <summary><c>date "T"</c>, with the day checked against its month.</summary>
    private static bool TryDate(ref ReadOnlySpan<byte> text, out long days)
    {
        days = 0;
        if (text.Length < 11 || text[4] != '-' || text[7] != '-' || text[10] != 'T'
            || !TryTwo(text, out var century) || !TryTwo(text[2..], out var ofCentury)
            || !TryTwo(text[5..], out var month) || !TryTwo(text[8..], out var day))
        {
            return false;
        }

        var year = (century * 100) + ofCentury;
        if (month is < 1 or > 12 || day < 1 || day > DaysIn(year, month))
        {
            return false;
        }

        days = FromDate(year, month, day);
        text = text[11..];
        return true;
    }

    /// <summary><c>hour ":" minute ":" second</c>; the hour may have one digit.</summary>
    private static bool TryClock(ref ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        var digits = text.Length > 1 && text[1] == ':' ? 1 : 2;
        if (text.Length < digits + 6 || text[digits] != ':' || text[digits + 3] != ':'
            || !TryDigits(text[..digits], out var hour)
            || !TryTwo(text[(digits + 1)..], out var minute) || !TryTwo(text[(digits + 4)..], out var second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        seconds = (((hour * 60) + minute) * 60) + second;
        text = text[(digits + 6)..];
        return true;
    }

    /// <summary><c>("." | ",") 1*DIGIT</c>, or nothing.</summary>
    private static void SkipFraction(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)',') || !IsDigit(text[1]))
        {
            return;
        }

        var end = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        text = end < 0 ? [] : text[(end + 1)..];
    }

    /// <summary><c>"Z" | ("+" | "-") hour ":" minute</c>, and nothing after it.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        if (text is [(byte)'Z'])
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !TryTwo(text[1..], out var hour) || !TryTwo(text[4..], out var minute) || hour > 24 || minute > 60)
        {
            return false;
        }

        seconds = ((hour * 60) + minute) * (text[0] == '-' ? -60 : 60);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, out int value) => TryDigits(text[..2], out value);

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!IsDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static void Digits(Span<byte> destination, int value, char after)
    {
        Digits(destination, value);
        destination[2] = (byte)after;
    }

    private static void Digits(Span<byte> destination, int value)
    {
        destination[0] = (byte)('0' + (value / 10));
        destination[1] = (byte)('0' + (value % 10));
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>Days from 0001-01-01; years are counted from March, so that the leap day ends one.</summary>
    private static long FromDate(int year, int month, int day)
    {
        var fromMarch = month > 2 ? month - 3 : month + 9;
        long y = month > 2 ? year : year - 1;
        var era = Math.DivRem(y, 400, out var ofEra);
        if (ofEra < 0)
        {
            (era, ofEra) = (era - 1, ofEra + 400);
        }

        var dayOfYear = (((153 * fromMarch) + 2) / 5) + day - 1;
        var dayOfEra = (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + dayOfYear;
        return (era * DaysPer400Years) + dayOfEra - DaysBeforeYearOne;
    }

    /// <summary>The inverse of <see cref="FromDate"/>.</summary>
    private static (int Year, int Month, int Day) ToDate(long days)
    {
        var era = Math.DivRem(days + DaysBeforeYearOne, DaysPer400Years, out var dayOfEra);
        if (dayOfEra < 0)
        {
            (era, dayOfEra) = (era - 1, dayOfEra + DaysPer400Years);
        }

        var ofEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = (int)(dayOfEra - ((ofEra * 365) + (ofEra / 4) - (ofEra / 100)));
        var fromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * fromMarch) + 2) / 5) + 1;
        var month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        return ((int)((era * 400) + ofEra) + (month <= 2 ? 1 : 0), month, day);
    }
}
