using ImageStreams.Lifecycle;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class ImportNeedsTests
{
    private const string WebImage = "quay.io/app/web:1";

    [Theory]
    [InlineData(ReferenceKinds.DockerImage, false, true)]
    [InlineData(ReferenceKinds.DockerImage, true, false)]
    [InlineData(ReferenceKinds.ImageStreamTag, false, false)]
    public void IsImportable_KindAndReference_Decide(string kind, bool reference, bool expected)
    {
        var specTag = new TagReference { Name = "a", From = new() { Kind = kind, Name = "x" }, Reference = reference };
        Assert.Equal(expected, ImportNeeds.IsImportable(specTag));
    }

    [Fact]
    public void GetObservedGeneration_ImageAndFailure_TakesTheNewer()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1', 3).HasFailed("NotFound", 5).Tag("b").PointsTo('1', 7).Build();

        Assert.Equal(5, ImportNeeds.GetObservedGeneration(stream, "a"));
        Assert.Equal(7, ImportNeeds.GetObservedGeneration(stream, "b"));
        Assert.Equal(0, ImportNeeds.GetObservedGeneration(stream, "gone"));
    }

    [Theory]
    [InlineData(3L, false, false)]
    [InlineData(4L, false, true)]
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    public void IsDue_SpecTagAheadOfItsHistory_IsDue(long? generation, bool ifNotNumbered, bool expected)
    {
        var stream = AnImageStream().Tag("a", generation).FollowsImage(WebImage).PointsTo('1', 3).Build();
        Assert.Equal(expected, ImportNeeds.IsDue(stream, stream.Spec.Tags[0], ifNotNumbered));
    }

    [Fact]
    public void CreateRequest_OneTagIsDue_ImportsThatOne()
    {
        var stream = Checked(AnImageStream()
            .Tag("a", 2).FollowsImage(WebImage).PointsTo('1', 2).Tag("b", 2).FollowsImage("quay.io/app/web:2").PointsTo('1', 1)
            .Tag("c", 2).Follows("b"));

        var request = ImportRequests.Create(stream)!;

        Assert.Equal(ImportNeed.DueTags, ImportNeeds.GetNeed(stream));
        Assert.Equal(["b"], request.Spec.Images.Select(image => image.To!.Name));
        Assert.Equal(("ruby", Namespace, "7"), (request.Metadata.Name, request.Metadata.Namespace, request.Metadata.ResourceVersion));
        Assert.True(request.Spec.Import);
    }

    [Fact]
    public void CreateRequest_RepositoryNeverLookedAt_ImportsEverything()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).PointsTo('1').Build();
        stream = stream with { Spec = stream.Spec with { DockerImageRepository = "quay.io/app/web" } };

        var request = ImportRequests.Create(stream)!;

        Assert.Equal(ImportNeed.Everything, ImportNeeds.GetNeed(stream));
        Assert.Equal("quay.io/app/web", request.Spec.Repository!.From.Name);
        Assert.Single(request.Spec.Images);
    }

    [Fact]
    public void CreateRequest_NothingIsDue_IsNone()
    {
        var stream = Checked(AnImageStream().Tag("a").FollowsImage(WebImage).PointsTo('1'));

        Assert.Equal(ImportNeed.None, ImportNeeds.GetNeed(stream));
        Assert.Null(ImportRequests.Create(stream));
    }

    [Fact]
    public void FindScheduled_ImportedByDigest_IsNotScheduled()
    {
        var stream = AnImageStream()
            .Tag("a").FollowsImage(WebImage).ChangeSpecTag(Scheduled).PointsTo('1')
            .Tag("b").FollowsImage(PullSpec('1')).ChangeSpecTag(Scheduled).PointsTo('1')
            .Tag("c", 2).FollowsImage(PullSpec('2')).ChangeSpecTag(Scheduled).PointsTo('1')
            .Tag("d").FollowsImage("Not:an:image").ChangeSpecTag(Scheduled).Tag("e").FollowsImage(WebImage).Build();

        Assert.Equal(["a", "c"], ImportNeeds.GetScheduledTags(stream));
    }

    [Fact]
    public void ResetScheduled_ScheduledTag_IsDueAgain()
    {
        var stream = Checked(AnImageStream().Tag("a").FollowsImage(WebImage).ChangeSpecTag(Scheduled).PointsTo('1').Tag("b"));

        var reset = ImportNeeds.ResetScheduled(stream);

        Assert.Equal((2, 1), (reset.Spec.Tags[0].Generation, reset.Spec.Tags[1].Generation));
        Assert.Single(ImportRequests.Create(reset)!.Spec.Images);
    }

    [Fact]
    public void ResetScheduled_NothingScheduled_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).Build();
        Assert.Same(stream, ImportNeeds.ResetScheduled(stream));
    }

    [Theory]
    [InlineData(404, "imageStream", true)]
    [InlineData(404, "imagestreams", false)]
    [InlineData(409, "imageStream", false)]
    public void IsStreamGone_CodeAndKind_Decide(int code, string kind, bool expected) =>
        Assert.Equal(expected, ImportNeeds.IsStreamNotFound(new() { Code = code, Details = new() { Kind = kind } }));

    [Fact]
    public void IsDue_AfterSuccessAndAfterFailure_IsFalse()
    {
        var stream = AnImageStream().Tag("a", 1).FollowsImage(WebImage).Build();
        var imported = RecordedImports.RecordSuccess(stream, "a", PullSpec('1'), Image('1'), Worlds.Now);
        var failed = RecordedImports.RecordFailure(stream, "a", "NotFound", "It is gone.", Worlds.Now);

        Assert.True(ImportNeeds.IsDue(stream, stream.Spec.Tags[0]));
        Assert.False(ImportNeeds.IsDue(imported, imported.Spec.Tags[0]));
        Assert.False(ImportNeeds.IsDue(failed, failed.Spec.Tags[0]));
    }

    private static TagReference Scheduled(TagReference specTag) =>
        specTag with { ImportPolicy = specTag.ImportPolicy with { Scheduled = true } };

    /// <summary>A stream that the controller has looked at before.</summary>
    private static ImageStream Checked(StreamBuilder builder)
    {
        var stream = builder.Build();
        var annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, "2024-06-01T00:00:00Z");
        return stream with { Metadata = stream.Metadata with { Annotations = annotations } };
    }
}
