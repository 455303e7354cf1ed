namespace ImageStreams.AspNetCore;

/// <summary>Recognizes the numbers and times of YAML 1.1.</summary>
internal static class YamlNumbers
{
    /// <summary>Determines whether a text is a number in any base, one of base 60, or a time.</summary>
    public static bool IsNumber(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        return IsFraction(plain) || IsOfOtherBase(plain) || IsSexagesimal(text) || IsTime(text);
    }

    private static bool IsFraction(string text)
    {
        var scan = new CharacterScan(text);
        scan.TakeSign();
        var whole = scan.TakeDigits();
        var fraction = scan.Take('.') ? scan.TakeDigits() : 0;
        if (whole + fraction == 0)
        {
            return false;
        }

        if (scan.Take('e') || scan.Take('E'))
        {
            scan.TakeSign();
            return scan.TakeDigits() > 0 && scan.IsAtEnd;
        }

        return scan.IsAtEnd;
    }

    private static bool IsOfOtherBase(string text)
    {
        var scan = new CharacterScan(text);
        scan.TakeSign();
        if (!scan.Take('0'))
        {
            return false;
        }

        if (scan.Take('x') || scan.Take('X'))
        {
            return scan.IsRest("0123456789abcdefABCDEF");
        }

        if (scan.Take('b') || scan.Take('B'))
        {
            return scan.IsRest("01");
        }

        _ = scan.Take('o') || scan.Take('O');
        return scan.IsRest("01234567");
    }

    private static bool IsSexagesimal(string text)
    {
        var scan = new CharacterScan(text);
        scan.TakeSign();
        if (!char.IsAsciiDigit(scan.Next))
        {
            return false;
        }

        scan.TakeAny("0123456789_");
        var parts = 0;
        for (; scan.Take(':'); parts++)
        {
            var first = scan.Next;
            var digits = scan.TakeDigits();
            if (digits is not (1 or 2) || (digits == 2 && first > '5'))
            {
                return false;
            }
        }

        _ = scan.Take('.') && scan.TakeAny("0123456789_") > 0;
        return parts > 0 && scan.IsAtEnd;
    }

    private static bool IsTime(string text)
    {
        var scan = new CharacterScan(text);
        if (scan.TakeDigits() != 4 || !TakeParts(ref scan, '-'))
        {
            return false;
        }

        if (scan.IsAtEnd)
        {
            return true;
        }

        return (scan.Take('T') || scan.Take('t') || scan.Take(' ')) && IsClock(ref scan);
    }

    private static bool IsClock(ref CharacterScan scan)
    {
        if (scan.TakeDigits() is not (1 or 2) || !TakeParts(ref scan, ':'))
        {
            return false;
        }

        _ = scan.Take('.') && scan.TakeDigits() > 0;
        if (scan.Take('Z') || scan.IsAtEnd)
        {
            return scan.IsAtEnd;
        }

        return scan.TakeSign() && scan.TakeDigits() == 2 && scan.Take(':') && scan.TakeDigits() == 2 && scan.IsAtEnd;
    }

    /// <summary>Takes two numbers of one or two digits, each after a separator.</summary>
    private static bool TakeParts(ref CharacterScan scan, char separator) =>
        scan.Take(separator) && scan.TakeDigits() is 1 or 2 && scan.Take(separator) && scan.TakeDigits() is 1 or 2;
}
