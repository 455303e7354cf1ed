using ImageStreams.Lifecycle;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

public class StreamLifecycleUpdateTests
{
    [Fact]
    public void Update_NothingChanged_KeepsGenerations()
    {
        var old = AStream().AtGeneration(4).Tag("a", generation: 2).FollowsImage("quay.io/app/web").Build();
        var next = Update(old with { Metadata = old.Metadata with { Generation = 9 } }, old);

        Assert.Equal(4, next.Metadata.Generation);
        Assert.Equal(2, next.Spec.Tags[0].Generation);
    }

    [Fact]
    public void Update_SourceChanged_IsTheNextGenerationOfThatTagOnly()
    {
        var old = AStream().AtGeneration(4).Tag("a", 2).FollowsImage("quay.io/app/web:1").Tag("b", 3).Build();
        var next = Update(AStream().Tag("a", 77).FollowsImage("quay.io/app/web:2").Tag("b", 78).Build(), old);

        Assert.Equal((5, 5, 3), (next.Metadata.Generation, next.Spec.Tags[0].Generation, next.Spec.Tags[1].Generation));
    }

    [Fact]
    public void Update_PolicyChanged_IsTheNextGenerationOfTheStreamOnly()
    {
        var old = AStream().AtGeneration(4).Tag("a", 2).FollowsImage("quay.io/app/web").Build();
        var next = Update(
            AStream().Tag("a").FollowsImage("quay.io/app/web").UnderPolicy(ReferencePolicyType.Local).Build(), old);

        Assert.Equal((5, 2), (next.Metadata.Generation, next.Spec.Tags[0].Generation));
    }

    [Fact]
    public void Update_TagGenerationSetToZero_RequestsAnImport()
    {
        var old = AStream().AtGeneration(4).Tag("a", 2).FollowsImage("quay.io/app/web").Build();
        var next = Update(AStream().Tag("a", 0).FollowsImage("quay.io/app/web").Build(), old);

        Assert.Equal((5, 5), (next.Metadata.Generation, next.Spec.Tags[0].Generation));
    }

    [Fact]
    public void Update_EmptyTextsForNone_AreNoChange()
    {
        var old = AStream().Tag("a").FollowsImage("quay.io/app/web").Build();
        var next = AStream().Tag("a").From(ObjectReference.DockerImage("quay.io/app/web") with { Namespace = "", Uid = "" }).Build();

        Assert.Equal(1, Update(next with { Spec = next.Spec with { DockerImageRepository = "" } }, old).Metadata.Generation);
    }

    [Fact]
    public void Update_StatusGiven_IsDropped()
    {
        var old = AStream().PushedTag("a").PointsTo('1').Build();
        Assert.Equal([AnEvent('1')], Update(AStream().PushedTag("a").PointsTo('2').Build(), old).Status.Tags[0].Items);
    }

    [Fact]
    public void Update_FollowerOfAChangedTag_MovesWhenTheStatusIsWritten()
    {
        var old = AStream().Tag("a").FollowsImage("quay.io/app/web:1").PointsTo('1').Tag("b").Follows("a").PointsTo('1').Build();
        var specTags = AStream()
            .Tag("a").FollowsImage("quay.io/app/web:2").ChangeSpecTag(specTag => specTag with { Reference = true }).Tag("b").Follows("a").Build();

        var next = Update(specTags, old);

        Assert.Equal("quay.io/app/web:2", next.Status.Tags.Find("a")!.Items[0].DockerImageReference);
        Assert.Equal([AnEvent('1')], next.Status.Tags.Find("b")!.Items);
    }

    [Fact]
    public void Update_TagBeginsToFollow_NumbersTheFollowedEntryToo()
    {
        var old = AStream().AtGeneration(3).PushedTag("a").PointsTo('1').Build();
        var next = Update(AStream().Tag("b").Follows("a").Build(), old);

        Assert.Equal([AnEvent('1', generation: 4)], next.Status.Tags.Find("a")!.Items);
        Assert.Equal([AnEvent('1', generation: 4)], next.Status.Tags.Find("b")!.Items);
    }

    [Fact]
    public void Update_UnchangedTagOfADeletedStream_IsKept()
    {
        var old = AStream().Tag("a").Follows("gone:1", "infra").PointsTo('1').Build();
        var context = AWorld() with { ReviewAccess = static _ => AccessDecision.Deny("") };

        Assert.Equal([AnEvent('1')], Accepted(StreamLifecycle.Update(old, old, context)).Status.Tags[0].Items);
    }

    [Fact]
    public void Update_NoNamespace_UsesTheDefaultOne()
    {
        var stream = AStream().Build().In("");
        AssertRejected(
            StreamLifecycle.Update(stream, stream, AWorld()), "FieldValueInvalid metadata.namespace");
    }

    [Fact]
    public void UpdateInternal_Push_MovesAllFollowers()
    {
        var old = AStream().Tag("c").Follows("b").Tag("b").Follows("ruby:a").PushedTag("a").PointsTo('1').Build();
        var next = Internal(TagHistory.Add(old, "a", AnEvent('2')), old);

        Assert.All(next.Status.Tags, history => Assert.Equal(AnEvent('2'), history.Items[0]));
        Assert.Equal(3, next.Status.Tags.Count);
    }

    [Fact]
    public void UpdateInternal_PushIntoACycle_FollowsTheCycleOnce()
    {
        var old = AStream().Tag("a").Follows("c").Tag("b").Follows("a").Tag("c").Follows("b").Build();
        var next = Internal(TagHistory.Add(old, "b", AnEvent('1')), old);

        Assert.All(next.Status.Tags, history => Assert.Equal([AnEvent('1')], history.Items));
        Assert.Equal(next, Internal(next, next));
    }

    [Fact]
    public void UpdateInternal_HistoriesOfNothing_AreDropped()
    {
        var next = AStream().PushedTag("a").HasFailed("NotFound").Build();
        var empty = next.Status.Tags.Set(new NamedTagEventList { Tag = "b" });

        Assert.Equal(
            next.Status.Tags, Internal(next with { Status = next.Status with { Tags = empty } }, next).Status.Tags);
    }

    [Fact]
    public void UpdateStatus_SpecTags_AreTheOldOnes()
    {
        var old = AStream().Tag("a").FollowsImage("quay.io/app/web").Build();
        var next = Accepted(StreamLifecycle.UpdateStatus(AStream().PushedTag("b").PointsTo('1').Build(), old, AWorld()));

        Assert.Equal(["a"], next.Spec.Tags.Select(specTag => specTag.Name));
        Assert.Equal(["b"], next.Status.Tags.Select(history => history.Tag));
    }

    [Fact]
    public void UpdateStatus_EventWithoutGeneration_GetsThatOfTheSpecTagWhenItHasMoved()
    {
        var old = AStream().AtGeneration(5).Tag("a", 3).PointsTo('1').Tag("b", 3).PointsTo('1', 0).Build();
        var requested = AStream().AtGeneration(5).Tag("a").PointsTo('2', 0).PointsTo('1').Tag("b").PointsTo('1', 0).Build();

        var next = Accepted(StreamLifecycle.UpdateStatus(requested, old, AWorld()));

        Assert.Equal(3, next.Status.Tags.Find("a")!.Items[0].Generation);
        Assert.Equal(5, next.Status.Tags.Find("b")!.Items[0].Generation);
    }

    [Fact]
    public void ApplyTags_StreamNotPrepared_KeepsItsGenerations()
    {
        var stream = AStream().AtGeneration(0).Tag("a", null).Tag("b", null).Follows("c").PushedTag("c").PointsTo('1').Build();
        var next = Accepted(StreamLifecycle.ApplyTags(stream, old: null, AWorld()));

        Assert.Null(next.Spec.Tags.Find("a")!.Generation);
        Assert.Equal(0, next.Spec.Tags.Find("b")!.Generation);
    }

    [Fact]
    public void Decorate_TwoRegistries_NamesBothRepositories()
    {
        var shown = StreamLifecycle.Decorate(AStream().Build(), AWorld() with { ExternalRegistryHostname = "apps.example.com" });

        Assert.Equal($"{InternalHostname}/{Namespace}/ruby", shown.Status.DockerImageRepository);
        Assert.Equal($"apps.example.com/{Namespace}/ruby", shown.Status.PublicDockerImageRepository);
    }

    [Fact]
    public void Decorate_RepositoryWithATagFromVeryOldServers_LosesIt()
    {
        var stream = AStream().Build();
        var old = stream with { Spec = stream.Spec with { DockerImageRepository = "quay.io/app/web:1" } };

        Assert.Equal("quay.io/app/web", StreamLifecycle.Decorate(old, AWorld()).Spec.DockerImageRepository);
    }

    [Fact]
    public void OtherStreamsOf_ChangedTags_NamesEachStreamOnceInOrder()
    {
        var old = AStream().Tag("a").Follows("kept:1", "infra").Build();
        var stream = AStream()
            .Tag("a").Follows("kept:1", "infra").Tag("b").Follows("base:1", "infra").Tag("c").Follows("base:2", "infra")
            .Tag("d").Follows("other:1").Tag("e").Follows("a").Tag("f").Follows("a:b:c").Tag("g").FollowsImage("quay.io/a/b").Build();

        Assert.Equal(["infra/base", $"{Namespace}/other"], Names(stream, old));
        Assert.Equal(["infra/base", "infra/kept", $"{Namespace}/other"], Names(stream, null));
    }

    /// <summary>Longer chains, and more followers, than are searched for one by one.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(100, true)]
    public void UpdateWithStatus_ManyFollowers_AllMove(int followers, bool isStar)
    {
        var builder = AStream().Tag("t000").PointsTo('1');
        for (var i = 1; i <= followers; i++)
        {
            builder.Tag($"t{i:D3}").Follows(isStar ? "t000" : $"t{i - 1:D3}").PointsTo('1');
        }

        var old = builder.Tag("u").Follows($"t{followers:D3}").PointsTo('1').Tag("other").PointsTo('3').Build();
        var next = Internal(TagHistory.Add(old, "t000", AnEvent('2')), old);

        Assert.All(next.Status.Tags.Where(history => history.Tag != "other"), history => Assert.Equal(AnEvent('2'), history.Items[0]));
        Assert.Equal([AnEvent('3')], next.Status.Tags.Find("other")!.Items);
    }

    /// <summary>The entry of a tag that is followed gets the generation of its follower, which its other followers copy.</summary>
    [Fact]
    public void UpdateWithStatus_TagBeginsToFollow_OtherFollowersGetTheNewGeneration()
    {
        var old = AStream().AtGeneration(3).Tag("c").Follows("a").PointsTo('1').PushedTag("a").PointsTo('1').Build();
        var requested = AStream().AtGeneration(3).Tag("b").Follows("a").Tag("c").Follows("a").PointsTo('1').PushedTag("a").PointsTo('1').Build();

        var next = Internal(requested, old);

        Assert.Equal([4L, 4L, 4L], next.Status.Tags.Select(history => history.Items[0].Generation));
    }

    [Fact]
    public void Update_TagsWithoutGeneration_GetThatOfTheStream()
    {
        var old = AStream().AtGeneration(4).Tag("a", null).FollowsImage("quay.io/app/web").Build();
        Assert.Equal((4, 4), (Update(old, old).Metadata.Generation, Update(old, old).Spec.Tags[0].Generation));
    }

    [Fact]
    public void Update_TagThatIsEqualButForItsGeneration_IsTheOldObject()
    {
        var old = Accepted(StreamLifecycle.Create(AStream().Tag("a").FollowsImage("quay.io/app/web").Build(), AWorld()));
        var requested = old with { Spec = old.Spec with { Tags = old.Spec.Tags.Set(old.Spec.Tags[0] with { Generation = 77 }) } };

        Assert.Same(old.Spec.Tags[0], Update(requested, old).Spec.Tags[0]);
        Assert.Same(old.Spec.Tags[0], StreamGenerations.AssignGeneration(old.Spec.Tags[0], 1));
    }

    /// <summary>A cycle takes the image of the tag that has one, whichever that is.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    public void Update_CycleIsClosed_AllGetTheOneImage(string pushed)
    {
        var old = AStream().PushedTag(pushed).PointsTo('1').Build();
        var next = Update(AStream().Tag("a").Follows("c").Tag("b").Follows("a").Tag("c").Follows("b").Build(), old);

        Assert.Equal(["a", "b", "c"], next.Status.Tags.Select(history => history.Tag));
        Assert.All(next.Status.Tags, history => Assert.Equal(Image('1'), history.Items[0].Image));
    }

    /// <summary>An image may arrive in the change that pins it; followers of the pinned tag wait for it.</summary>
    [Fact]
    public void Update_PinnedImageArrivesInTheSameChange_IsFound()
    {
        var source = AnImageStream("base").PushedTag("1").PointsTo('1').Build();
        var requested = AStream().Tag("a").Pins("111111").Tag("b").Follows("a").Tag("r").Follows("base:1").Build();

        var next = Accepted(StreamLifecycle.Update(requested, AStream().Build(), AWorld(source)));

        Assert.Equal(["a", "b", "r"], next.Status.Tags.Select(history => history.Tag));
        Assert.All(next.Status.Tags, history => Assert.Equal(Image('1'), history.Items[0].Image));
    }

    [Theory]
    [InlineData('2', null, 1, 3)]
    [InlineData('1', "quay.io/other/web:1", 1, 3)]
    [InlineData('1', null, 1, 3)]
    [InlineData('1', null, 0, 5)]
    public void UpdateStatus_EventWithoutGeneration_HasMovedByImageLocationOrGeneration(char image, string? pullSpec, long before, long expected)
    {
        var old = AStream().AtGeneration(5).Tag("a", 3).PointsTo('1', before).Build();
        var requested = AStream().AtGeneration(5).Tag("a").PointsTo(image, 0, pullSpec).Build();

        var next = Accepted(StreamLifecycle.UpdateStatus(requested, old, AWorld()));

        Assert.Equal(expected, next.Status.Tags[0].Items[0].Generation);
    }

    [Theory]
    [InlineData('2', null)]
    [InlineData('1', "quay.io/other/web:1")]
    public void UpdateStatus_FirstNumberedEvent_HasMovedByImageOrLocation(char image, string? pullSpec)
    {
        var old = AStream().AtGeneration(5).Tag("a", 3).PointsTo('1', 0).Build();
        var requested = AStream().AtGeneration(5).Tag("a").PointsTo(image, 0, pullSpec).Build();

        Assert.Equal(3, Accepted(StreamLifecycle.UpdateStatus(requested, old, AWorld())).Status.Tags[0].Items[0].Generation);
    }

    [Fact]
    public void UpdateStatus_AnotherName_IsRejected()
    {
        var old = AStream().Build();
        var renamed = old with { Metadata = old.Metadata with { Name = "other" } };

        Assert.IsType<StreamChangeResult.Rejected>(StreamLifecycle.UpdateStatus(renamed, old, AWorld()));
    }

    [Fact]
    public void ApplyTags_UnchangedTags_StayAsTheyAre()
    {
        var stream = AStream().Tag("a").FollowsImage("quay.io/app/web:1").ChangeSpecTag(specTag => specTag with { Reference = true }).Build();
        Assert.True(Accepted(StreamLifecycle.ApplyTags(stream, stream, AWorld())).Status.Tags.IsEmpty);
    }

    [Fact]
    public void ApplyTags_ReferenceChanges_MovesItsFollower()
    {
        var old = AStream().Tag("a").FollowsImage("quay.io/app/web:1").Tag("b").Follows("a").Build();
        var requested = AStream().Tag("a").FollowsImage("quay.io/app/web:1").ChangeSpecTag(specTag => specTag with { Reference = true })
            .Tag("b").Follows("a").Build();

        var next = Accepted(StreamLifecycle.ApplyTags(requested, old, AWorld()));

        Assert.Equal("quay.io/app/web:1", next.Status.Tags.Find("b")!.Items[0].DockerImageReference);
    }

    /// <summary>A spec tag without a name follows <c>latest</c>, if another client wrote it.</summary>
    [Fact]
    public void ApplyTags_NoName_FollowsLatest()
    {
        var old = AStream().PushedTag("latest").PointsTo('1').Build();
        var requested = AStream().Tag("a").From(new ObjectReference { Kind = ReferenceKinds.ImageStreamTag }).PushedTag("latest").PointsTo('1').Build();

        Assert.Equal(Image('1'), Accepted(StreamLifecycle.ApplyTags(requested, old, AWorld())).Status.Tags.Find("a")!.Items[0].Image);
    }

    private static StreamBuilder AStream() => AnImageStream();

    private static IEnumerable<string> Names(ImageStream stream, ImageStream? old) =>
        StreamLifecycle.GetReferencedStreams(stream, old).Select(name => name.ToString()!);

    private static ImageStream Update(ImageStream stream, ImageStream old) =>
        Accepted(StreamLifecycle.Update(stream, old, AWorld()));

    private static ImageStream Internal(ImageStream stream, ImageStream old) =>
        Accepted(StreamLifecycle.UpdateWithStatus(stream, old, AWorld()));
}
