using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class StreamNormalFormTests
{
    public static TheoryData<ObjectReference> EmptyTexts =>
    [
        new ObjectReference { Kind = "", Name = "b" },
        new ObjectReference { Namespace = "", Name = "b" },
        new ObjectReference { Name = "", Kind = ReferenceKinds.DockerImage },
        new ObjectReference { Uid = "", Name = "b" },
        new ObjectReference { ApiVersion = "", Name = "b" },
        new ObjectReference { ResourceVersion = "", Name = "b" },
        new ObjectReference { FieldPath = "", Name = "b" },
    ];

    /// <summary>The API server does not distinguish empty texts from none.</summary>
    [Theory]
    [MemberData(nameof(EmptyTexts))]
    public void Normalize_EmptyText_IsNone(ObjectReference from)
    {
        var normal = StreamNormalForm.Normalize(AnImageStream().Tag("a").From(from).Build()).Spec.Tags[0].From!;

        string?[] texts = [normal.Kind, normal.Namespace, normal.Name, normal.Uid, normal.ApiVersion, normal.ResourceVersion, normal.FieldPath];
        Assert.DoesNotContain("", texts);
        Assert.Equal(from.Name is "" ? null : "b", normal.Name);
        Assert.Equal(from.Kind is "" ? null : from.Kind, normal.Kind);
    }

    [Fact]
    public void Normalize_FullReference_KeepsEachText()
    {
        var full = new ObjectReference
        {
            Kind = ReferenceKinds.ImageStreamTag, Namespace = "n", Name = "", Uid = "u", ApiVersion = "v", ResourceVersion = "r", FieldPath = "f",
        };

        Assert.Equal(full with { Name = null }, StreamNormalForm.Normalize(AnImageStream().Tag("a").From(full).Build()).Spec.Tags[0].From);
    }

    [Fact]
    public void Normalize_NormalForm_IsTheSameObject()
    {
        var normal = StreamNormalForm.Normalize(AnImageStream().Tag("b").FollowsImage("quay.io/a/b").Tag("a").PointsTo('1').Build());

        Assert.Same(normal, StreamNormalForm.Normalize(normal));
        Assert.Equal(["a", "b"], normal.Spec.Tags.Select(specTag => specTag.Name));
    }

    [Fact]
    public void Normalize_EmptyRepository_IsNone()
    {
        var stream = AnImageStream().Build();

        Assert.Null(StreamNormalForm.Normalize(stream with { Spec = stream.Spec with { DockerImageRepository = "" } }).Spec.DockerImageRepository);
        Assert.Equal(
            "q/a", StreamNormalForm.Normalize(stream with { Spec = stream.Spec with { DockerImageRepository = "q/a" } }).Spec.DockerImageRepository);
    }

    [Fact]
    public void SortTags_BothLists_AreSorted()
    {
        var sorted = StreamNormalForm.SortTags(AnImageStream().Tag("b").PointsTo('1').Tag("a").PointsTo('2').Build());

        Assert.Equal(["a", "b"], sorted.Spec.Tags.Select(specTag => specTag.Name));
        Assert.Equal(["a", "b"], sorted.Status.Tags.Select(history => history.Tag));
        Assert.Same(sorted, StreamNormalForm.SortTags(sorted));
    }

    [Fact]
    public void ShareTags_EqualTags_AreTheOldObjects()
    {
        var old = AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build();
        var next = AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('3').Build().ShareTags(old);

        Assert.True(next.Spec.Tags.IsSameAs(old.Spec.Tags));
        Assert.Same(old.Status.Tags[0], next.Status.Tags[0]);
        Assert.Equal(AnEvent('3'), next.Status.Tags[1].Latest);
    }
}
