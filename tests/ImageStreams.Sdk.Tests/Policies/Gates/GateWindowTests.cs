using System.Globalization;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Windows of hours in time zones, over changes of the clock and freezes.</summary>
public class GateWindowTests
{
    [Theory]
    [InlineData("Europe/Berlin", "mon-fri 08:00-17:00", "2026-12-01T06:59:59Z", "2026-12-01T07:00:00Z")]
    [InlineData("Europe/Berlin", "mon-fri 08:00-17:00", "2026-12-04T16:00:00Z", "2026-12-07T07:00:00Z")]
    [InlineData("Europe/Berlin", "sat 22:00-02:00", "2026-12-06T01:00:00Z", "2026-12-12T21:00:00Z")]
    [InlineData("UTC", "22:00-00:00", "2026-12-06T00:00:00Z", "2026-12-06T22:00:00Z")]
    [InlineData("America/New_York", "sun 12:00-13:00", "2026-03-01T18:00:00Z", "2026-03-08T16:00:00Z")]
    public void Decide_OutsideTheHours_NamesTheNextOpening(string zone, string hours, string now, string opens) =>
        Assert.Equal(Time(opens), FindOpening(zone, [hours], [], now));

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")] // the clock skips from 2 to 3: half past two begins at three
    [InlineData("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z")] // the clock repeats 2 to 3: the first half past two counts
    public void Decide_HoursThatTheClockChanges_BeginWhenItGoesOn(string now, string opens) =>
        Assert.Equal(Time(opens), FindOpening("Europe/Berlin", ["02:30-05:00"], [], now));

    [Fact]
    public void Decide_HoursThatTheClockSkipsWhole_BeginTheNextDay() =>
        Assert.Equal(Time("2026-03-30T00:15:00Z"), FindOpening("Europe/Berlin", ["02:15-02:45"], [], "2026-03-29T00:00:00Z"));

    [Fact]
    public void Decide_HoursThatTheClockRepeats_AreOpenBothTimes() =>
        Assert.Equal(Time("2026-10-25T01:00:00Z"), FindOpening("Europe/Berlin", ["01:30-02:30"], [], "2026-10-25T00:30:00Z"));

    [Theory]
    [InlineData("2026-12-19T22:59:59Z", null)]
    [InlineData("2026-12-19T23:00:00Z", "2027-01-06T23:00:00Z")]
    [InlineData("2027-01-06T22:59:59Z", "2027-01-06T23:00:00Z")]
    public void Decide_InAFreeze_HoldsUntilItsLastDayIsOver(string now, string? opens) =>
        Assert.Equal(opens is null ? null : Time(opens), FindOpening("Europe/Berlin", null, ["2026-12-20/2027-01-02", "2027-01-02/2027-01-06"], now));

    [Fact]
    public void Decide_AFreezeOfCenturies_IsJumpedOver() =>
        Assert.Equal(Time("9000-01-06T08:00:00Z"), FindOpening("UTC", ["mon 08:00-09:00"], ["2000-01-01/8999-12-31"], "2026-01-01T00:00:00Z"));

    private static DateTimeOffset? FindOpening(string zone, string[]? hours, string[] freezes, string now)
    {
        var open = hours is null ? "" : $",\"open\":[\"{string.Join("\",\"", hours)}\"]";
        var freeze = freezes.Length == 0 ? "" : $",\"freeze\":[\"{string.Join("\",\"", freezes)}\"]";
        var reading = TagGatesAnnotation.Parse($"[{{\"gate\":\"window\",\"zone\":\"{zone}\"{open}{freeze}}}]");
        var set = Assert.IsType<TagGateReading<TagGateSet>.Found>(reading).Value;
        return set.Decide(GateSamples.Question, Time(now)).NextLook;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
