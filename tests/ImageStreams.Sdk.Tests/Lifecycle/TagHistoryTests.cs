using ImageStreams.Lifecycle;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class TagHistoryTests
{
    [Fact]
    public void Add_FirstEvent_StartsTheHistory()
    {
        var next = TagHistory.Add(AnImageStream().Tag("a").Build(), "a", AnEvent('1'));
        Assert.Equal([AnEvent('1')], next.Status.Tags.Find("a")!.Items);
    }

    [Fact]
    public void Add_FirstEventAfterAFailure_DropsTheCondition()
    {
        var next = TagHistory.Add(AnImageStream().Tag("a").HasFailed("NotFound").Build(), "a", AnEvent('1'));
        Assert.True(next.Status.Tags.Find("a")!.Conditions.IsEmpty);
    }

    [Fact]
    public void Add_OtherImage_BecomesTheLatestEvent()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('3').Build();

        var next = TagHistory.Add(stream, "a", AnEvent('2'));

        Assert.Equal([AnEvent('2'), AnEvent('1')], next.Status.Tags.Find("a")!.Items);
        Assert.Same(stream.Status.Tags.Find("b"), next.Status.Tags.Find("b"));
    }

    [Fact]
    public void Add_ImageOfAnOlderEvent_IsANewEvent()
    {
        var stream = AnImageStream().Tag("a").PointsTo('2').PointsTo('1').Build();
        Assert.Equal(3, TagHistory.Add(stream, "a", AnEvent('1')).Status.Tags[0].Items.Count);
    }

    [Fact]
    public void Add_SameImageFromAnotherLocation_ReplacesTheEventAndKeepsItsTime()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').PointsTo('2').Build();
        var moved = AnEvent('1', generation: 5, PullSpec('1', "quay.io/other/web")) with { Created = default };

        var next = TagHistory.Add(stream, "a", moved);

        Assert.Equal([moved with { Created = AnEvent('1').Created }, AnEvent('2')], next.Status.Tags[0].Items);
    }

    [Fact]
    public void Add_SamePullSpecWithAnotherImage_ReplacesTheEventAndKeepsItsTime()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1', pullSpec: "quay.io/app/web:1").Build();
        var changed = AnEvent('2', generation: 2, "quay.io/app/web:1");

        var next = TagHistory.Add(stream, "a", changed);

        Assert.Equal([changed with { Created = AnEvent('1').Created }], next.Status.Tags[0].Items);
    }

    [Fact]
    public void Add_OnlyGenerationDiffers_CopiesItAndDropsConditions()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').HasFailed("NotFound").Build();

        var next = TagHistory.Add(stream, "a", AnEvent('1', generation: 2)).Status.Tags[0];

        Assert.Equal([AnEvent('1', generation: 2)], next.Items);
        Assert.True(next.Conditions.IsEmpty);
    }

    [Fact]
    public void Add_OnlyTimeDiffers_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').HasFailed("NotFound").Build();

        Assert.False(TagHistory.WouldChange(stream, "a", AnEvent('1') with { Created = default }));
        Assert.Same(stream, TagHistory.Add(stream, "a", AnEvent('1') with { Created = default }));
    }

    [Fact]
    public void Add_UnknownFields_StayWithTheHistory()
    {
        const string Json = """
            {"metadata":{"name":"ruby"},"status":{"tags":[{"tag":"a","new":1,
             "items":[{"dockerImageReference":"quay.io/app/web:1","image":"x","generation":1,"newer":2}]}]}}
            """;
        var stream = ImageStreamJson.Deserialize<ImageStream>(Json);

        var next = TagHistory.Add(stream, "a", stream.Status.Tags[0].Items[0] with { Generation = 2 });

        var written = ImageStreamJson.Serialize(next);
        Assert.Contains("\"new\":1", written, StringComparison.Ordinal);
        Assert.Contains("\"newer\":2", written, StringComparison.Ordinal);
    }

    [Fact]
    public void SetConditions_NewCondition_KeepsTheHistory()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Build();

        var next = TagHistory.SetConditions(stream, "a", [AFailure("NotFound")]).Status.Tags[0];

        Assert.Equal([AFailure("NotFound")], next.Conditions);
        Assert.Equal(stream.Status.Tags[0].Items, next.Items);
    }

    [Fact]
    public void SetConditions_TagWithoutHistory_StartsOne()
    {
        var next = TagHistory.SetConditions(AnImageStream().Build(), "a", [AFailure("NotFound")]);
        Assert.Equal([AFailure("NotFound")], next.Status.Tags.Find("a")!.Conditions);
    }

    [Fact]
    public void SetConditions_EqualOrStillNone_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").HasFailed("NotFound").Build();

        Assert.Same(stream, TagHistory.SetConditions(stream, "a", [AFailure("NotFound")]));
        Assert.Same(stream, TagHistory.SetConditions(stream, "gone", []));
    }

    [Theory]
    [InlineData("NotFound", true)]
    [InlineData("Unauthorized", false)]
    public void HasCondition_TypeStatusAndReason_Count(string reason, bool expected)
    {
        var stream = AnImageStream().Tag("a").HasFailed("NotFound").Build();

        Assert.Equal(expected, TagHistory.HasCondition(stream, "a", AFailure(reason, generation: 9) with { Message = "Else." }));
        Assert.False(TagHistory.HasCondition(stream, "gone", AFailure(reason)));
        Assert.False(TagHistory.HasCondition(stream, "a", AFailure("NotFound") with { Type = "Other" }));
        Assert.False(TagHistory.HasCondition(stream, "a", AFailure("NotFound") with { Status = ConditionStatus.True }));
    }

    [Fact]
    public void HasCondition_NoReason_IsAnEmptyOne()
    {
        var none = TagHistory.SetConditions(AnImageStream().Tag("a").Build(), "a", [AFailure("") with { Reason = null }]);
        var empty = TagHistory.SetConditions(AnImageStream().Tag("a").Build(), "a", [AFailure("")]);

        Assert.True(TagHistory.HasCondition(none, "a", AFailure("")));
        Assert.True(TagHistory.HasCondition(empty, "a", AFailure("") with { Reason = null }));
    }
}
