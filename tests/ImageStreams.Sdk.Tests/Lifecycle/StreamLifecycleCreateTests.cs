using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Tests.Builders;
using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

public class StreamLifecycleCreateTests
{
    [Fact]
    public void Create_StatusGiven_IsDropped()
    {
        var created = Create(AnImageStream().Tag("a").FollowsImage("quay.io/app/web").PointsTo('1').Build());

        Assert.True(created.Status.Tags.IsEmpty);
        Assert.Equal($"{InternalHostname}/{Namespace}/ruby", created.Status.DockerImageRepository);
        Assert.Null(created.Status.PublicDockerImageRepository);
    }

    [Fact]
    public void CreateInternal_StatusGiven_IsKept()
    {
        var created = Accepted(StreamLifecycle.CreateWithStatus(AnImageStream().PushedTag("a").PointsTo('1').Build(), AWorld()));
        Assert.Equal([AnEvent('1')], created.Status.Tags.Find("a")!.Items);
    }

    [Fact]
    public void Create_AnyGeneration_BeginsWithOne()
    {
        var created = Create(AnImageStream().AtGeneration(7).Tag("a", generation: 5).Tag("b", generation: null).Build());

        Assert.Equal(1, created.Metadata.Generation);
        Assert.All(created.Spec.Tags, specTag => Assert.Equal(1, specTag.Generation));
    }

    [Fact]
    public void Create_TagsOutOfOrderAndTwice_AreInByteOrderTheLastCounting()
    {
        var created = Create(AnImageStream()
            .Tag("\U0001F600").Tag("\uFF21").Tag("b").Tag("release-2024-10").Tag("release-2024-09").Tag("B")
            .Tag("b").FollowsImage("quay.io/app/web").Build());

        Assert.Equal(
            ["B", "b", "release-2024-09", "release-2024-10", "\uFF21", "\U0001F600"],
            created.Spec.Tags.Select(specTag => specTag.Name));
        Assert.Equal("quay.io/app/web", created.Spec.Tags.Find("b")!.From!.Name);
    }

    /// <summary>Names that begin alike for long, end early, or go beyond ASCII where others do not.</summary>
    [Theory]
    [InlineData("release-2024-")]
    [InlineData("")]
    [InlineData("\uD83D")]
    public void Create_NamesWithACommonPrefix_AreInByteOrder(string beginning)
    {
        string[] ends = ["10000000b", "é", "10000000", "10000000a", "", "\uDE00", "1", "\uFF21", "10000000é", "2", "10"];
        var names = ends.Select(end => beginning + end).ToArray();

        var created = Create(names.Aggregate(AnImageStream(), (stream, name) => stream.Tag(name)).Build());

        Assert.Equal(
            names.Order(Comparer<string>.Create(ByCodePoint)), created.Spec.Tags.Select(specTag => specTag.Name));
    }

    private static int ByCodePoint(string left, string right) => Enumerable.Range(0, Math.Max(left.Length, right.Length))
        .Select(i => Rank(left, i).CompareTo(Rank(right, i)))
        .FirstOrDefault(order => order != 0);

    /// <summary>Surrogates stand for code points above all others; a text that is at its end comes first.</summary>
    private static int Rank(string text, int i) =>
        i >= text.Length ? -1 : char.IsSurrogate(text[i]) ? text[i] + 0x10000 : text[i];

    [Fact]
    public void Create_PoliciesLeftOut_AreFilledIn()
    {
        var specTag = Create(AnImageStream().Tag("a").Build()).Spec.Tags[0];

        Assert.Equal(ReferencePolicyType.Source, specTag.ReferencePolicy.Type);
        Assert.Equal(ImportMode.Legacy, specTag.ImportPolicy.ImportMode);
    }

    [Fact]
    public void Create_ReferenceAndItsFollowers_PointToThePullSpecAtOnce()
    {
        var created = Create(AnImageStream()
            .Tag("a").Follows("b").Tag("b").Follows("ruby:c")
            .Tag("c").FollowsImage("quay.io/app/web:1").ChangeSpecTag(specTag => specTag with { Reference = true }).Build());

        Assert.Equal(["a", "b", "c"], created.Status.Tags.Select(history => history.Tag));
        Assert.All(created.Status.Tags, history => Assert.Equal(
            [new TagEvent { Created = Now, DockerImageReference = "quay.io/app/web:1", Generation = 1 }], history.Items));
    }

    [Fact]
    public void Create_TagOfAnotherStreamPushedThere_IsPulledFromHere()
    {
        var source = AnImageStream("base").PushedTag("1").PointsTo('1', pullSpec: PullSpec('1', $"{InternalHostname}/infra/base")).Build();
        var stream = AnImageStream().Tag("a").Follows("base:1", "infra").Build();

        var created = Accepted(StreamLifecycle.Create(stream, AWorld(source.In("infra"))));

        var newest = created.Status.Tags.Find("a")!.Items[0];
        Assert.Equal(PullSpec('1', $"{InternalHostname}/{Namespace}/ruby"), newest.DockerImageReference);
        Assert.Equal(AnEvent('1').Created, newest.Created);
    }

    [Fact]
    public void Create_PinnedByTheBeginningOfADigest_PointsToTheImage()
    {
        var source = AnImageStream("base").PushedTag("1").PointsTo('1').PointsTo('2').Build();
        var stream = AnImageStream().Tag("a").From(ObjectReference.ImageStreamImage("base@222222")).Build();

        var created = Accepted(StreamLifecycle.Create(stream, AWorld(source)));

        Assert.Equal([AnEvent('2') with { Created = Now }], created.Status.Tags.Find("a")!.Items);
    }

    [Fact]
    public void Create_InvalidTags_AreReportedAsOneErrorWithCauses()
    {
        var source = AnImageStream("base").PushedTag("1").PointsTo('1').Build();
        var stream = AnImageStream()
            .Tag("a").Follows("gone:1").Tag("b").Follows("base:1:2").Tag("c").From(ObjectReference.ImageStreamImage("base@3"))
            .Tag("d").Follows("base:2").Build();

        var change = StreamLifecycle.Create(stream, AWorld(source));

        AssertRejected(change, "InternalError []");
        Assert.Equal(
            [
                "FieldValueNotFound spec.tags[a].from.name gone:1",
                "FieldValueInvalid spec.tags[b].from.name base:1:2",
                "FieldValueInvalid spec.tags[c].from.name base@3",
            ],
            ((StreamChangeResult.Rejected)change).Errors[0].Causes.Select(cause => $"{cause.Reason} {cause.Field} {cause.BadValue}"));
    }

    [Fact]
    public void Create_LookupFails_IsReported()
    {
        var context = AWorld() with { FindStream = static _ => new StreamLookupResult.Failed { Message = "the store is away" } };
        var change = StreamLifecycle.Create(AnImageStream().Tag("a").Follows("base:1").Build(), context);

        var cause = Assert.IsType<StreamChangeResult.Rejected>(change).Errors[0].Causes[0];
        Assert.EndsWith("could not be read: the store is away", cause.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OtherNamespace_IsReviewedOncePerStream()
    {
        var requested = new List<ImageStreamName>();
        var context = AWorld() with { ReviewAccess = name => { requested.Add(name); return AccessDecision.Deny("no role", "none"); } };
        var stream = AnImageStream()
            .Tag("a").Follows("base:1", "infra").Tag("b").Follows("base:2", "infra").Tag("c").Follows("base:1", Namespace).Build();

        var change = Assert.IsType<StreamChangeResult.Rejected>(StreamLifecycle.Create(stream, context));

        Assert.Equal([ImageStreamName.FromParts("infra", "base")], requested);
        Assert.Equal(requested, change.AccessReviews);
        Assert.Equal("infra/base: \"no role\" \"none\"", change.Errors[0].Causes[0].Detail);
    }

    [Fact]
    public void Create_RegistryNotAllowed_IsRejected()
    {
        var context = AWorld() with { AllowedRegistries = AllowedRegistries.Create([new() { DomainName = "quay.io" }]) };
        var change = StreamLifecycle.Create(AnImageStream().Tag("a").FollowsImage("docker.io/a/b").Build(), context);

        AssertRejected(change, "FieldValueForbidden spec.tags[a].from.name");
    }

    [Fact]
    public void Create_Cycle_IsAcceptedAndReported()
    {
        var stream = AnImageStream().Tag("b").Follows("c").Tag("c").Follows("a").Tag("a").Follows("b").Tag("d").Follows("a").Build();

        var change = Assert.IsType<StreamChangeResult.Accepted>(StreamLifecycle.Create(stream, AWorld()));

        Assert.Equal([["a", "b", "c", "a"]], change.Cycles);
        Assert.True(change.Stream.Status.Tags.IsEmpty);
    }

    [Fact]
    public void Create_TenTimesTheTags_CostsTenTimesTheMemory()
    {
        var (few, many) = (Many(1_000), Many(10_000));
        var ratio = AllocatedBy(many) / (double)AllocatedBy(few);

        Assert.InRange(ratio, 5, 20);
    }

    private static ImageStream Create(ImageStream stream) => Accepted(StreamLifecycle.Create(stream, AWorld()));

    private static ImageStream Many(int tags)
    {
        var builder = AnImageStream();
        for (var i = 0; i < tags; i++)
        {
            builder.Tag($"t{i}").Follows($"t{i + 1}");
        }

        return builder.Tag($"t{tags}").FollowsImage("quay.io/app/web").ChangeSpecTag(specTag => specTag with { Reference = true }).Build();
    }

    private static long AllocatedBy(ImageStream stream)
    {
        Create(stream);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Create(stream);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
