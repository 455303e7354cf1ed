using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class PullSpecsTests
{
    private const string Internal = "registry.internal:5000/shop/ruby";
    private const string Public = "registry.example.com/shop/ruby";

    /// <summary>Policy, repository, and the pull spec of a tag that points to image 1 of quay.io/app/web.</summary>
    public static TheoryData<string, string, string> Policies => new()
    {
        { "", Internal, PullSpec('1') },
        { "Source", Internal, PullSpec('1') },
        { "local", Internal, PullSpec('1') },
        { "Local", Internal, PullSpec('1', Internal) },
        { "Local", "", PullSpec('1') },
        { "Local", "UPPER/case", PullSpec('1', "UPPER/case") },
        { "Local", "not a repository", PullSpec('1') },
        { "Local", $"{Internal}:tag", PullSpec('1', Internal) },
        { "Local", PullSpec('2', Internal), PullSpec('1', Internal) },
        { "Local", "registry.internal", "" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void FindLatest_ImportedTag_FollowsThePolicy(string policy, string repository, string expected)
    {
        var stream = AnImageStream().InRepository(repository)
            .Tag("a").UnderPolicy(new ReferencePolicyType(policy)).PointsTo('1').PointsTo('2').Build();

        Assert.Equal(expected, PullSpecs.FindLatest(stream, "a"));
    }

    [Fact]
    public void FindLatest_LocalImageThatIsNotADigest_IsUsedAsATag()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        stream = WithEvent(stream, stream.Status.Tags[0].Items[0] with { Image = "v1" });

        Assert.Equal($"{Internal}:v1", PullSpecs.FindLatest(stream, "a"));
    }

    [Fact]
    public void FindLatest_LocalEventWithoutImage_ReturnsThePullSpec()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        stream = WithEvent(stream, stream.Status.Tags[0].Items[0] with { Image = "" });

        Assert.Equal(PullSpec('1'), PullSpecs.FindLatest(stream, "a"));
    }

    [Fact]
    public void FindLatest_NoHistory_IsNull()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").FollowsImage("quay.io/app/web").HasFailed("NotFound").Build();

        Assert.Null(PullSpecs.FindLatest(stream, "a"));
        Assert.Null(PullSpecs.FindLatestEvent(stream, "b"));
    }

    [Fact]
    public void FindLatest_RequestedAgain_IsTheCachedText()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();

        Assert.Same(PullSpecs.FindLatest(stream, "a"), PullSpecs.FindLatest(stream, "a"));
        Assert.Equal(stream, AnImageStream().InRepository(Internal)
            .Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build());
    }

    [Fact]
    public void FindLatest_StreamChangedAfterwards_IsComputedAgain()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        Assert.Equal(PullSpec('1', Internal), PullSpecs.FindLatest(stream, "a"));

        var moved = stream with { Status = stream.Status with { DockerImageRepository = Public } };
        var released = stream with { Spec = ImageStreamSpec.Default };
        var emptied = stream with { Status = ImageStreamStatus.Default };

        Assert.Equal(PullSpec('1', Public), PullSpecs.FindLatest(moved, "a"));
        Assert.Equal(PullSpec('1'), PullSpecs.FindLatest(released, "a"));
        Assert.Null(PullSpecs.FindLatest(emptied, "a"));
        Assert.Equal(PullSpec('1', Internal), PullSpecs.FindLatest(stream with { Kind = "ImageStream" }, "a"));
    }

    [Fact]
    public void FindLatest_StreamOfManyTags_FindsEach()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"tag-{i}").ToArray();
        var stream = names.Aggregate(AnImageStream().InRepository(Internal), (one, name) => one.Tag(name).PointsTo('1')).Build();

        Assert.All(names, name => Assert.Equal(PullSpec('1'), PullSpecs.FindLatest(stream, name)));
        Assert.Null(PullSpecs.FindLatest(stream, "tag-100"));
    }

    [Fact]
    public void FindLatest_TagTwice_FirstSpecTagCounts()
    {
        var stream = AnImageStream().InRepository(Internal)
            .Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Tag("a").Build();

        Assert.Equal(PullSpec('1', Internal), PullSpecs.FindLatest(stream, "a"));
    }

    [Theory]
    [InlineData("Source")]
    [InlineData("Local")]
    public void FindLatest_ImportedTagRequestedAgain_AllocatesNothing(string policy)
    {
        var stream = AnImageStream().InRepository(Internal)
            .Tag("a").UnderPolicy(new ReferencePolicyType(policy)).PointsTo('1').Build();
        Assert.NotNull(PullSpecs.FindLatest(stream, "a"));

        Assert.Equal(0, AllocatedBy(() => PullSpecs.FindLatest(stream, "a")));
    }

    [Fact]
    public void FindLatest_StreamWithoutCache_AllocatesOnlyItsResult()
    {
        var builder = AnImageStream().InRepository(Internal);
        for (var i = 0; i < 100; i++)
        {
            builder.Tag($"t{i}").UnderPolicy(ReferencePolicyType.Local).PointsTo('1');
        }

        var stream = builder.Build();
        var length = PullSpecs.FindLatest(stream, "t0")!.Length;

        Assert.Equal(AllocatedBy(() => new string('x', length)), AllocatedBy(() => PullSpecs.FindLatest(stream, "t0")));
    }

    [Fact]
    public void FindLatest_RepositoryReplaced_IsReadAgain()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        var before = PullSpecs.FindLatest(stream, "a");
        var moved = stream with { Status = stream.Status with { DockerImageRepository = "b.example/x/y" } };

        Assert.Equal((PullSpec('1', Internal), PullSpec('1', "b.example/x/y")), (before, PullSpecs.FindLatest(moved, "a")));
    }

    [Fact]
    public void FindLatest_RequestedBefore_DoesNotAffectEquality()
    {
        var builder = AnImageStream().InRepository(Internal).Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1');
        var (requested, other) = (builder.Build(), builder.Build());
        PullSpecs.FindLatest(requested, "a");

        Assert.Equal(other, requested);
        Assert.Equal(other.GetHashCode(), requested.GetHashCode());
    }

    [Fact]
    public void Resolve_ImportedTag_IsImported() =>
        AssertImported(AnImageStream().Tag("a").PointsTo('1').Build(), PullSpecOptions.Default, hasNewer: false);

    [Fact]
    public void Resolve_SpecTagWithoutGeneration_IsNeverAhead() =>
        AssertImported(AnImageStream().Tag("a", generation: null).PointsTo('1').Build(), PullSpecOptions.Default, hasNewer: false);

    [Fact]
    public void Resolve_AcceptLastGood_IsImportedWithNewer()
    {
        var stream = AnImageStream().Tag("a", generation: 2).PointsTo('1').Build();
        AssertImported(stream, new PullSpecOptions { AcceptLastGood = true }, hasNewer: true);
    }

    [Fact]
    public void Resolve_SpecTagAhead_AwaitsImport()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a", generation: 2).PointsTo('1').Build();
        Assert.IsType<PullSpecResolution.AwaitingImport>(PullSpecs.Resolve(stream, "a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Resolve_NothingImportedFromSource_NamesTheSource(long generation)
    {
        var builder = AnImageStream().InRepository(Internal)
            .Tag("a", generation).FollowsImage("quay.io/app/web:2").UnderPolicy(ReferencePolicyType.Source);
        var stream = (generation == 1 ? builder : builder.PointsTo('1')).Build();

        var source = Assert.IsType<PullSpecResolution.FromSource>(PullSpecs.Resolve(stream, "a"));

        Assert.Equal("quay.io/app/web:2", source.PullSpec);
    }

    /// <summary>The public repository, whether it is preferred, and where a push to the empty tag would go.</summary>
    [Theory]
    [InlineData(Public, false, $"{Internal}:a")]
    [InlineData(Public, true, $"{Public}:a")]
    [InlineData("", true, $"{Internal}:a")]
    [InlineData(null, true, $"{Internal}:a")]
    public void Resolve_EmptyTag_NamesTheRepository(string? publicRepository, bool prefer, string expected)
    {
        var stream = AnImageStream().InRepository(Internal, publicRepository).Build();

        var empty = PullSpecs.Resolve(stream, "a", new PullSpecOptions { PreferPublicRepository = prefer });

        Assert.Equal(expected, Assert.IsType<PullSpecResolution.Empty>(empty).PullSpec);
    }

    [Fact]
    public void Resolve_EmptyTagOfSourceUnderNoPolicy_IsEmpty()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("latest").FollowsImage("quay.io/app/web").Build();
        Assert.Equal($"{Internal}:latest", Assert.IsType<PullSpecResolution.Empty>(PullSpecs.Resolve(stream, "")).PullSpec);
    }

    [Fact]
    public void Resolve_EmptyTagWithoutRepository_ReportsIt() =>
        Assert.IsType<PullSpecResolution.NoRepository>(PullSpecs.Resolve(AnImageStream().Build(), "a"));

    private static void AssertImported(ImageStream stream, PullSpecOptions options, bool hasNewer)
    {
        var imported = Assert.IsType<PullSpecResolution.Imported>(PullSpecs.Resolve(stream, "a", options));
        Assert.Equal((PullSpec('1'), hasNewer), (imported.PullSpec, imported.HasNewer));
    }

    private static ImageStream WithEvent(ImageStream stream, TagEvent tagEvent) => stream with
    {
        Status = stream.Status with { Tags = [stream.Status.Tags[0] with { Items = [tagEvent] }] },
    };

    private static long AllocatedBy(Func<string?> create)
    {
        create();
        var before = GC.GetAllocatedBytesForCurrentThread();
        create();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Long names of equal length with equal ends have equal hashes.</summary>
    [Fact]
    public void FindLatest_NamesWithTheSameHash_AreToldApart()
    {
        var stream = AnImageStream().Tag("first-release").PointsTo('1').Tag("other-release").PointsTo('2').Build();

        Assert.Equal(PullSpec('1'), PullSpecs.FindLatest(stream, "first-release"));
        Assert.Equal(PullSpec('2'), PullSpecs.FindLatest(stream, "other-release"));
        Assert.Null(PullSpecs.FindLatest(stream, "third-release"));
    }

    [Fact]
    public void Resolve_SpecTagOfAnImageWithoutAName_IsEmpty()
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = ReferenceKinds.DockerImage })
            .UnderPolicy(ReferencePolicyType.Source).Build();

        Assert.Equal("", Assert.IsType<PullSpecResolution.FromSource>(PullSpecs.Resolve(stream, "a")).PullSpec);
    }
}
