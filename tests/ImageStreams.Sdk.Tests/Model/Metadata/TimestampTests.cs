using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ImageStreams.Tests.Model;

/// <summary>Makes moments of all the years that a <see cref="DateTimeOffset"/> has.</summary>
public static class Moments
{
    private const int DaysFrom1To9999 = 3_652_059;

    public static Arbitrary<DateTimeOffset> All() => (
        from day in Gen.Choose(0, DaysFrom1To9999 - 1)
        from second in Gen.Choose(0, 86_399)
        select new DateTimeOffset(DateTime.MinValue.AddDays(day).AddSeconds(second), TimeSpan.Zero)).ToArbitrary();
}

[Properties(Arbitrary = [typeof(Moments)], MaxTest = 5000)]
public class TimestampTests
{
    [Property(Replay = "2026,401")]
    public void ToString_AnyMoment_IsWhatDotNetWrites(DateTimeOffset moment) => Assert.Equal(
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Timestamp.FromDateTimeOffset(moment).ToString());

    [Property(Replay = "2026,403")]
    public void Parse_WhatToStringWrites_IsTheSameMoment(DateTimeOffset moment)
    {
        var time = Timestamp.FromDateTimeOffset(moment);

        Assert.Equal(time, Timestamp.Parse(time.ToString()));
        Assert.Equal(moment, time.ToDateTimeOffset());
    }

    [Property(Replay = "2026,405")]
    public void Parse_WithOffsetAndFraction_IsTheSameMoment(DateTimeOffset moment, short offset, byte fraction)
    {
        var minutes = offset % (14 * 60);
        var sign = minutes < 0 ? '-' : '+';
        var local = moment.UtcDateTime.AddMinutes(moment.Year is 1 or 9999 ? minutes = 0 : minutes);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{local:yyyy-MM-dd'T'HH:mm:ss}.{fraction}{sign}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");

        Assert.Equal(Timestamp.FromDateTimeOffset(moment), Timestamp.Parse(text));
    }

    [Fact]
    public void Parse_FractionOfAThousandDigits_IsIgnored() => Assert.Equal(
        Timestamp.Parse("2023-11-14T22:13:20Z"), Timestamp.Parse($"2023-11-14T22:13:20.{new string('7', 1000)}Z"));

    [Property(Replay = "2026,407")]
    public void CompareTo_AnyMoments_OrdersAsTheyFollow(DateTimeOffset one, DateTimeOffset other)
    {
        Timestamp left = one, right = other;

        Assert.Equal(one.CompareTo(other), left.CompareTo(right));
        Assert.Equal((one < other, one <= other, one > other, one >= other), (left < right, left <= right, left > right, left >= right));
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z")]
    [InlineData("2023-11-14T22:13:20.123456789Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:20,5Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T2:13:20Z", "2023-11-14T02:13:20Z")]
    [InlineData("2023-11-14T22:13:20+24:60", "2023-11-13T21:13:20Z")]
    [InlineData("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00+01:00", "-0001-12-31T23:00:00Z")]
    [InlineData("9999-12-31T23:59:59-01:00", "10000-01-01T00:59:59Z")]
    public void Parse_ValidTime_IsPrintedInUtc(string text, string printed)
    {
        Assert.True(Timestamp.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(printed, time.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-11-14")]
    [InlineData("2023-11-14T22:13:20")]
    [InlineData("2023-11-14t22:13:20Z")]
    [InlineData("2023-11-14T22:13:20z")]
    [InlineData("2023-11-14 22:13:20Z")]
    [InlineData("2023-11-14T22:13:20.Z")]
    [InlineData("2023-11-14T22:13:60Z")]
    [InlineData("2023-11-14T24:00:00Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("1900-02-29T00:00:00Z")]
    [InlineData("2023-04-31T00:00:00Z")]
    [InlineData("2023-13-01T00:00:00Z")]
    [InlineData("2023-00-01T00:00:00Z")]
    [InlineData("2023-01-00T00:00:00Z")]
    [InlineData("2023-11-14T22:13:20Z\n")]
    [InlineData("2023-11-14T22:13:20+25:00")]
    [InlineData("2023-11-14T22:13:20+01:61")]
    [InlineData("2023-11-14T22:13:20+0100")]
    [InlineData("-023-11-14T22:13:20Z")]
    [InlineData("٢٠٢٣-11-14T22:13:20Z")]
    public void TryParse_InvalidTime_IsRefused(string text)
    {
        Assert.False(Timestamp.TryParse(text, out var time));
        Assert.Equal(default, time);
        Assert.Throws<FormatException>(() => Timestamp.Parse(text));
    }

    [Fact]
    public void Parse_HugeText_IsRefusedWithAnExcerpt() => Assert.InRange(
        Assert.Throws<FormatException>(() => Timestamp.Parse(new string('9', 1_000_000))).Message.Length, 1, 200);

    [Fact]
    public void Default_IsNotSet()
    {
        Assert.False(default(Timestamp).IsSet);
        Assert.Equal("0001-01-01T00:00:00Z", default(Timestamp).ToString());
        Assert.Equal(default, Timestamp.Parse("0001-01-01T00:00:00Z"));
    }

    [Fact]
    public void FromDateTimeOffset_Fraction_IsDropped() => Assert.Equal(
        Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch), Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddMilliseconds(999)));

    [Fact]
    public void ToDateTimeOffset_OutsideItsYears_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Timestamp.Parse("0000-01-01T00:00:00Z").ToDateTimeOffset());

    [Fact]
    public void TryFormat_TooLittleRoom_WritesNothing()
    {
        Assert.False(default(Timestamp).TryFormat(new char[19], out var written, default, null));
        Assert.Equal(0, written);
    }
}
