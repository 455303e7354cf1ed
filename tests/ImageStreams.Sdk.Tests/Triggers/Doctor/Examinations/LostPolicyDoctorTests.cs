using ImageStreams.Policies;
using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>Policies that <c>oc tag</c> dropped, found by what the stream remembers.</summary>
public class LostPolicyDoctorTests
{
    [Fact]
    public void Examine_AMovedTagWithoutAPolicy_IsFound()
    {
        var stream = Remember("{\"prod\":{\"tag\":\"2.1\",\"from\":\"2.0\"}}");
        var followed = stream with { Spec = stream.Spec with { Tags = [TagPolicyAnnotation.Write(stream.Spec.Tags[0], new TagPolicy())] } };

        var finding = Assert.Single(TriggerDoctor.Examine(GraphWorlds.Objects([stream])));

        Assert.Equal((TriggerRules.LostPolicy, "spec.tags[0]"), (finding.Rule, finding.Location.Path));
        Assert.Equal("A policy moved shop/lib:prod to 2.1, and it has no policy any more.", finding.Message);
        Assert.Empty(TriggerDoctor.Examine(GraphWorlds.Objects([followed])));
    }

    [Theory]
    [InlineData("{\"other\":{\"tag\":\"2.1\"}}")]
    [InlineData("{\"prod\":{}}")]
    [InlineData("{\"prod\":[]}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void Examine_AMemoryThatSaysNothing_FindsNothing(string text) =>
        Assert.Empty(TriggerDoctor.Examine(GraphWorlds.Objects([Remember(text)])));

    private static ImageStream Remember(string text)
    {
        var stream = StreamBuilder.AnImageStream("lib").Tag("prod").FollowsImage("quay.io/shop/lib:2.1").Build();
        var annotations = stream.Metadata.Annotations.Set("imagestreams.sdk/tag-choices", text);
        return stream with { Metadata = stream.Metadata with { Annotations = annotations } };
    }
}
