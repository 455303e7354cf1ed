using System.Globalization;
using ImageStreams.Controllers;

namespace ImageStreams.Tests.Controllers;

public class ChangeWindowsTests
{
    [Theory]
    [InlineData("2026-03-03T21:59:59Z", "2026-03-03T22:00:00Z")]   // a Tuesday
    [InlineData("2026-03-03T22:00:00Z", "2026-03-03T22:00:00Z")]
    [InlineData("2026-03-04T03:59:59Z", "2026-03-04T03:59:59Z")]   // past midnight
    [InlineData("2026-03-04T04:00:00Z", "2026-03-10T22:00:00Z")]
    public void GetNextOpening_WindowOverMidnight_LastsUntilTheNextDay(string time, string opening)
    {
        var windows = Create("UTC", Window("22:00", "04:00", DayOfWeek.Tuesday));

        Assert.Equal(Time(opening), windows.GetNextOpening(Time(time)));
        Assert.Equal(time == opening, windows.IsOpen(Time(time)));
    }

    // Berlin: the clocks go from 2:00 to 3:00 on 2026-03-29, and from 3:00 back to 2:00 on 2026-10-25.
    [Theory]
    [InlineData("02:00", "04:00", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")]   // opens at 3:00 summer time
    [InlineData("02:30", "04:00", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("01:00", "02:30", "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z")]
    [InlineData("01:00", "02:30", "2026-03-29T01:00:00Z", "2026-03-29T23:00:00Z")]   // closes at the skip
    [InlineData("02:15", "02:45", "2026-03-28T02:00:00Z", "2026-03-30T00:15:00Z")]   // does not open on that day
    [InlineData("02:30", "04:00", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z")]   // 2:30 comes first in summer time
    [InlineData("01:00", "02:30", "2026-10-25T01:29:59Z", "2026-10-25T01:29:59Z")]   // and last in winter time
    [InlineData("01:00", "02:30", "2026-10-25T01:30:00Z", "2026-10-26T00:00:00Z")]
    public void GetNextOpening_ChangeOfTheClocks_FollowsLocalTime(string from, string to, string time, string opening) =>
        Assert.Equal(Time(opening), Create("Europe/Berlin", Window(from, to)).GetNextOpening(Time(time)));

    [Fact]
    public void GetNextOpening_Freeze_IsPassedOver()
    {
        var windows = Create("Europe/Berlin", Window("20:00", "22:00", DayOfWeek.Monday));
        Assert.Equal(Time("2026-12-21T19:00:00Z"), windows.GetNextOpening(Time("2026-12-20T00:00:00Z")));

        windows = new ChangeWindows(Options("Europe/Berlin", [Window("20:00", "22:00", DayOfWeek.Monday)], [
            Freeze("2026-12-20", "2027-01-02"), Freeze("2027-01-04T00:00", "2027-01-04T21:00")]));

        Assert.Equal(Time("2027-01-04T20:00:00Z"), windows.GetNextOpening(Time("2026-12-20T00:00:00Z")));
    }

    [Fact]
    public void GetNextOpening_FreezeWithoutWindows_IsAlwaysOpenBesides()
    {
        var windows = new ChangeWindows(Options("UTC", [], [Freeze("2026-12-20", "2027-01-02")]));

        Assert.True(windows.IsOpen(Time("2026-12-19T23:59:59Z")));
        Assert.Equal(Time("2027-01-02T00:00:00Z"), windows.GetNextOpening(Time("2026-12-20T00:00:00Z")));
        Assert.True(windows.IsOpen(Time("2027-01-02T00:00:00Z")));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void GetNextOpening_EndsOfTime_DoNotThrow(string time) =>
        Create("Pacific/Apia", Window("10:00", "11:00")).GetNextOpening(Time(time));

    [Fact]
    public void IsOpen_EveryMinuteOfAYear_AgreesWithTheLocalTime()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var windows = Create("America/New_York", Window("22:00", "04:00", DayOfWeek.Friday, DayOfWeek.Saturday));
        for (var time = Time("2026-01-01T00:00:00Z"); time.Year == 2026; time = time.AddMinutes(7))
        {
            var local = TimeZoneInfo.ConvertTime(time, zone);
            var day = local.AddHours(-4).DayOfWeek;
            var isNight = local.Hour is >= 22 or < 4;
            Assert.Equal(isNight && (day is DayOfWeek.Friday or DayOfWeek.Saturday), windows.IsOpen(time));
        }
    }

    [Fact]
    public void Create_OptionsOutOfRange_AreRefused()
    {
        var options = Options("Europe/Nowhere", [Window("24:00:01", "30:00")], [Freeze("2027-01-02", "2026-12-20")]);

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ChangeWindows(options));

        Assert.Contains("ChangeWindowsOptions.TimeZone is 'Europe/Nowhere'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ChangeWindowsOptions.Windows[0].From", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ChangeWindowsOptions.Freezes[0].To", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FreezeWithoutAnEnd_IsRefused()
    {
        var freeze = new ChangeFreezeOptions { From = new DateTime(2026, 12, 20), To = DateTime.MaxValue };

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ChangeWindows(Options("UTC", [], [freeze])));

        Assert.Contains("must be before the year 9999: a freeze has an end.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void Create_FreezeWithAnOffsetOfItsOwn_IsRefused(DateTimeKind kind)
    {
        var freeze = Freeze("2026-12-20", "2027-01-02");
        freeze.To = DateTime.SpecifyKind(freeze.To, kind);

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ChangeWindows(Options("UTC", [], [freeze])));

        Assert.Contains("without an offset of its own", exception.Message, StringComparison.Ordinal);
    }

    private static ChangeWindows Create(string zone, params ChangeWindowOptions[] windows) => new(Options(zone, windows, []));

    private static ChangeWindowsOptions Options(
        string zone, IEnumerable<ChangeWindowOptions> windows, IEnumerable<ChangeFreezeOptions> freezes)
    {
        var options = new ChangeWindowsOptions { TimeZone = zone };
        windows.ToList().ForEach(options.Windows.Add);
        freezes.ToList().ForEach(options.Freezes.Add);
        return options;
    }

    private static ChangeWindowOptions Window(string from, string to, params DayOfWeek[] days)
    {
        var window = new ChangeWindowOptions { From = TimeOfDay(from), To = TimeOfDay(to) };
        days.ToList().ForEach(window.Days.Add);
        return window;
    }

    private static ChangeFreezeOptions Freeze(string from, string to) => new()
    {
        From = DateTime.Parse(from, CultureInfo.InvariantCulture),
        To = DateTime.Parse(to, CultureInfo.InvariantCulture),
    };

    private static TimeSpan TimeOfDay(string text)
    {
        var parts = text.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new TimeSpan(parts[0], parts[1], parts.Count > 2 ? parts[2] : 0);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
