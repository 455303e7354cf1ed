namespace ImageStreams.Serialization;

/// <summary>Reads and writes RFC 3339 times like Go's <c>time.Parse</c> and <c>AppendFormat</c>.</summary>
/// <remarks>
/// As lenient as Go: an hour of one digit, a comma before the fraction, offsets up to 24:60. Times are in seconds since
/// 0001-01-01T00:00:00Z. A time that an offset moves out of the years 0 to 9999 is written as Go does, and unlike in Go it is read
/// again.
/// </remarks>
internal static partial class Rfc3339
{
    /// <summary>The maximum length of the output: a year with five digits or a sign.</summary>
    public const int MaxFormattedLength = RareLength;

    /// <summary>The length of a time whose year has five digits or a sign.</summary>
    private const int RareLength = 21;

    /// <summary>The largest offset that Go reads, 24:60, in seconds.</summary>
    private const long MaxOffset = 25 * 3600;

    private const int SecondsPerDay = 86_400;

    /// <summary>The days from 0000-03-01, where the arithmetic starts its years, to 0001-01-01.</summary>
    private const int DaysBeforeYearOne = 306;

    private const int DaysPer400Years = 146_097;

    /// <summary>The first second of the year 0, which is a leap year.</summary>
    private const long Start = -366L * SecondsPerDay;

    /// <summary>The first second of the year 10000.</summary>
    private const ulong CommonEnd = 3_652_059UL * SecondsPerDay;

    private static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>Computes the days from 0001-01-01; years start in March, so that the leap day is their last day.</summary>
    private static long FromDate(int year, int month, int day)
    {
        var fromMarch = month > 2 ? month - 3 : month + 9;
        long y = month > 2 ? year : year - 1;
        var era = Math.DivRem(y, 400, out var ofEra);
        if (ofEra < 0)
        {
            era--;
            ofEra += 400;
        }

        var dayOfYear = (((153 * fromMarch) + 2) / 5) + day - 1;
        var dayOfEra = (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + dayOfYear;
        return (era * DaysPer400Years) + dayOfEra - DaysBeforeYearOne;
    }

    /// <summary>Computes the inverse of <see cref="FromDate"/>.</summary>
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
