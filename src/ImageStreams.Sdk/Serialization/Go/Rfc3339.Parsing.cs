namespace ImageStreams.Serialization;

/// <content>Reading: the common form at once, any other part by part.</content>
internal static partial class Rfc3339
{
    public static bool TryParse(ReadOnlySpan<byte> text, out long seconds)
    {
        if (TryParseCommon(text, out seconds) || TryParseRare(text, out seconds))
        {
            return true;
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

    /// <summary>
    /// Reads what Go writes for a time that its offset moves out of the years 0 to 9999, and does not read itself: at most a
    /// day and an hour of the year 10000 or -1, in UTC.
    /// </summary>
    private static bool TryParseRare(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        var isAfter = text.StartsWith("10000-01-0"u8);
        if (text.Length != RareLength || !(isAfter || text.StartsWith("-0001-12-3"u8)))
        {
            return false;
        }

        Span<byte> common = stackalloc byte[RareLength - 1];
        text[1..].CopyTo(common);
        "2000"u8.CopyTo(common);
        var parsed = TryParseCommon(common, out seconds);
        var days = isAfter ? FromDate(10_000, 1, 1) - FromDate(2000, 1, 1) : FromDate(-1, 12, 31) - FromDate(2000, 12, 31);
        seconds += days * SecondsPerDay;
        return parsed && seconds is >= Start - MaxOffset and < (long)CommonEnd + MaxOffset;
    }

    /// <summary>Reads the form that Kubernetes writes, <c>2023-11-14T22:13:20Z</c>, in one step.</summary>
    private static bool TryParseCommon(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        if (text.Length != 20 || text[19] != 'Z' || text[10] != 'T'
            || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (ParseTwoDigits(text, 0) * 100) + ParseTwoDigits(text, 2);
        var month = ParseTwoDigits(text, 5);
        var day = ParseTwoDigits(text, 8);
        var hour = ParseTwoDigits(text, 11);
        var minute = ParseTwoDigits(text, 14);
        var second = ParseTwoDigits(text, 17);
        if (year < 0 || (uint)(month - 1) > 11 || (uint)(day - 1) >= DaysIn(year, month)
            || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        seconds = (FromDate(year, month, day) * SecondsPerDay) + (((hour * 60) + minute) * 60) + second;
        return true;
    }

    /// <summary>Reads two digits; far below zero when one is not a digit.</summary>
    private static int ParseTwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens > 9 || ones > 9 ? -100_000 : (int)((tens * 10) + ones);
    }

    /// <summary><c>date "T"</c>, with the day checked against its month.</summary>
    private static bool TryDate(ref ReadOnlySpan<byte> text, out long days)
    {
        days = 0;
        if (text.Length < 11 || text[4] != '-' || text[7] != '-' || text[10] != 'T'
            || !TryTakeTwoDigits(text, out var century) || !TryTakeTwoDigits(text[2..], out var ofCentury)
            || !TryTakeTwoDigits(text[5..], out var month) || !TryTakeTwoDigits(text[8..], out var day))
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
            || !TryTakeDigits(text[..digits], out var hour)
            || !TryTakeTwoDigits(text[(digits + 1)..], out var minute) || !TryTakeTwoDigits(text[(digits + 4)..], out var second)
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
            || !TryTakeTwoDigits(text[1..], out var hour) || !TryTakeTwoDigits(text[4..], out var minute) || hour > 24 || minute > 60)
        {
            return false;
        }

        seconds = ((hour * 60) + minute) * (text[0] == '-' ? -60 : 60);
        return true;
    }

    private static bool TryTakeTwoDigits(ReadOnlySpan<byte> text, out int value) => TryTakeDigits(text[..2], out value);

    private static bool TryTakeDigits(ReadOnlySpan<byte> text, out int value)
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
}
