using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

public class TagGatesAnnotationTests
{
    private const string All = """
        [{"gate":"maturity","for":"1d"},{"gate":"window","zone":"Europe/Berlin","open":["mon,tue,wed,thu,fri 08:00-17:00","22:00-02:00","sat"],"freeze":["2026-12-20/2027-01-06","2026-12-24"]},{"gate":"approval","by":["alice","bob"],"expires":"3d"},{"gate":"interval","every":"6h"},{"gate":"image","name":"signature"}]
        """;

    private static readonly DayOfWeek[] WorkingDays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Fact]
    public void Parse_AllGates_ReadsThemInOrder()
    {
        var gates = Found(TagGatesAnnotation.Parse(All)).Gates;

        Assert.Equal(["maturity", "window", "approval", "interval", "signature"], gates.Select(gate => gate.Name));
        Assert.Equal(new TagGate.Maturity { For = TimeSpan.FromDays(1) }, gates[0]);
        Assert.Equal(new TagGate.Approval { By = ["alice", "bob"], Expires = TimeSpan.FromDays(3) }, gates[2]);
        var window = Assert.IsType<TagGate.Window>(gates[1]);
        Assert.Equal([.. WorkingDays], window.Open!.Value[0].Days);
        Assert.Equal(new GateOpening { From = TimeSpan.FromHours(22), To = TimeSpan.FromHours(2) }, window.Open.Value[1]);
        Assert.Equal(new GateFreeze { From = new(2026, 12, 24), To = new(2026, 12, 24) }, window.Freezes[1]);
    }

    [Fact]
    public void Format_OfWhatWasRead_IsTheSameText() => Assert.Equal(All, TagGatesAnnotation.Format(Found(TagGatesAnnotation.Parse(All))));

    [Fact]
    public void Write_ATag_KeepsTheOtherAnnotations()
    {
        var tag = TagPolicyAnnotation.Write(new TagReference { Name = "prod" }, new TagPolicy { Range = "^2" });

        var gated = TagGatesAnnotation.Write(tag, Found(TagGatesAnnotation.Parse(All)));

        Assert.Equal(2, gated.Annotations.Count);
        Assert.Equal(tag, TagGatesAnnotation.Write(gated, null));
        Assert.IsType<TagGateReading<TagGateSet>.Absent>(TagGatesAnnotation.Read(tag));
    }

    [Theory]
    [InlineData("", TagPolicyFailure.InvalidJson, "")]
    [InlineData("{}", TagPolicyFailure.InvalidJson, "")]
    [InlineData("[1]", TagPolicyFailure.WrongType, "[0]")]
    [InlineData("[{}]", TagPolicyFailure.MissingField, "[0].gate")]
    [InlineData("[{\"gate\":\"door\"}]", TagPolicyFailure.InvalidValue, "[0].gate")]
    [InlineData("[{\"gate\":\"maturity\"}]", TagPolicyFailure.MissingField, "[0].for")]
    [InlineData("[{\"gate\":\"maturity\",\"for\":\"1d\"},{\"gate\":\"maturity\",\"for\":\"0s\"}]", TagPolicyFailure.InvalidValue, "[1].for")]
    [InlineData("[{\"gate\":\"maturity\",\"for\":\"367d\"}]", TagPolicyFailure.InvalidValue, "[0].for")]
    [InlineData("[{\"gate\":\"maturity\",\"for\":\"1d\",\"four\":\"2d\"}]", TagPolicyFailure.UnknownField, "[0].four")]
    [InlineData("[{\"gate\":\"maturity\",\"for\":\"1d\",\"for\":\"2d\"}]", TagPolicyFailure.RepeatedField, "[0].for")]
    [InlineData("[{\"gate\":\"interval\",\"every\":5}]", TagPolicyFailure.WrongType, "[0].every")]
    [InlineData("[{\"gate\":\"image\",\"name\":\"Signature\"}]", TagPolicyFailure.InvalidValue, "[0].name")]
    [InlineData("[{\"gate\":\"approval\",\"by\":[\"\"]}]", TagPolicyFailure.InvalidValue, "[0].by")]
    [InlineData("[{\"gate\":\"approval\",\"by\":[\"a\",1]}]", TagPolicyFailure.InvalidValue, "[0].by[1]")]
    [InlineData("[{\"gate\":\"window\",\"open\":[]}]", TagPolicyFailure.NeverOpens, "[0].open")]
    [InlineData("[{\"gate\":\"window\",\"open\":[\"08:00-08:00\"]}]", TagPolicyFailure.InvalidValue, "[0].open")]
    [InlineData("[{\"gate\":\"window\",\"open\":[\"mon,mon-wed\",\"8-17\"]}]", TagPolicyFailure.InvalidValue, "[0].open[1]")]
    [InlineData("[{\"gate\":\"window\",\"zone\":\"Mars/Olympus\"}]", TagPolicyFailure.UnknownTimeZone, "[0].zone")]
    [InlineData("[{\"gate\":\"window\",\"zone\":\"../etc/passwd\"}]", TagPolicyFailure.UnknownTimeZone, "[0].zone")]
    [InlineData("[{\"gate\":\"window\",\"freeze\":[\"2026-13-01\"]}]", TagPolicyFailure.InvalidValue, "[0].freeze[0]")]
    [InlineData("[{\"gate\":\"window\",\"freeze\":[\"2026-12-24/2026-12-23\"]}]", TagPolicyFailure.InvalidValue, "[0].freeze")]
    [InlineData("[{\"gate\":\"window\",\"freeze\":[\"2026-12-24/9999-12-31\"]}]", TagPolicyFailure.NeverOpens, "[0].freeze")]
    public void Parse_AnError_NamesItsKindAndPlace(string text, TagPolicyFailure failure, string place)
    {
        var error = Assert.IsType<TagGateReading<TagGateSet>.Invalid>(TagGatesAnnotation.Parse(text)).Error;

        Assert.Equal((failure, place), (error.Failure, error.Field));
    }

    [Fact]
    public void Parse_TooMuch_IsRefusedBeforeItIsRead()
    {
        var many = $"[{string.Join(',', Enumerable.Repeat("{\"gate\":\"interval\",\"every\":\"1h\"}", 17))}]";

        Assert.Equal(TagPolicyFailure.TooMany, Assert.IsType<TagGateReading<TagGateSet>.Invalid>(TagGatesAnnotation.Parse(many)).Error.Failure);
        Assert.Equal(
            TagPolicyFailure.TooLong,
            Assert.IsType<TagGateReading<TagGateSet>.Invalid>(TagGatesAnnotation.Parse(new string('[', 20_000))).Error.Failure);
    }

    private static TagGateSet Found(TagGateReading<TagGateSet> reading) =>
        Assert.IsType<TagGateReading<TagGateSet>.Found>(reading).Value;
}
