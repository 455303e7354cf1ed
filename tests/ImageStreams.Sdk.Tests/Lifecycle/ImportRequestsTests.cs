using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class ImportRequestsTests
{
    private const string WebImage = "quay.io/app/web:1";

    [Fact]
    public void Create_SomeTags_ImportsTheImportableOnes()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).Scheduled().UnderPolicy(ReferencePolicyType.Local)
            .Tag("b").Follows("a").Tag("c").FollowsImage("quay.io/app/web:2").Build();

        var request = ImportRequests.Create(stream, specTag => specTag.Name != "c")!;

        var image = Assert.Single(request.Spec.Images);
        Assert.Equal((ReferenceKinds.DockerImage, WebImage, "a"), (image.From.Kind, image.From.Name, image.To!.Name));
        Assert.True(image.ImportPolicy.Scheduled);
        Assert.Equal(ReferencePolicyType.Local, image.ReferencePolicy.Type);
        Assert.Null(request.Spec.Repository);
        Assert.True(request.Spec.Import);
        Assert.Equal(("ImageStreamImport", "ruby", Namespace, "7"), (request.Kind, request.Metadata.Name, request.Metadata.Namespace, request.Metadata.ResourceVersion));
        Assert.Null(ImportRequests.Create(stream, specTag => specTag.Name == "b"));
    }

    [Fact]
    public void Create_StreamWithAnUid_CarriesIt()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).Build();
        stream = stream with { Metadata = stream.Metadata with { Uid = "u1" } };

        Assert.Equal("u1", ImportRequests.Create(stream, _ => true)!.Metadata.Uid);
    }

    [Theory]
    [InlineData("quay.io/app/web", "quay.io/app/web:x")]
    [InlineData("quay.io/app/web:1", "quay.io/app/web:x")]
    [InlineData("ruby", "docker.io/library/ruby:x")]
    [InlineData("Not:an:image", "Not:an:image:x")]
    public void Create_TagsOfTheRepository_AreImportedUnlessTheyHaveASpecTag(string repository, string pullSpec)
    {
        var stream = InRepository(AnImageStream().Tag("a").FollowsImage(WebImage).Build(), repository);

        var request = ImportRequests.Create(stream, _ => true, ["a", "x"])!;

        Assert.Equal(["a", "x"], request.Spec.Images.Select(image => image.To!.Name));
        Assert.Equal((ReferenceKinds.DockerImage, pullSpec), (request.Spec.Images[1].From.Kind, request.Spec.Images[1].From.Name));
        Assert.False(request.Spec.Images[1].ImportPolicy.Insecure);
        Assert.Null(ImportRequests.Create(stream, _ => false, ["a"]));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public void CreateForRepository_Annotation_DecidesWhetherItMayBeInsecure(string? annotation, bool expected)
    {
        var stream = InRepository(AnImageStream().Tag("a").FollowsImage(WebImage).Build(), "quay.io/app/web");
        if (annotation is not null)
        {
            var annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.InsecureRepository, annotation);
            stream = stream with { Metadata = stream.Metadata with { Annotations = annotations } };
        }

        var request = ImportRequests.CreateForRepository(stream);

        Assert.True(request.Spec.Images.IsEmpty);
        Assert.Equal("quay.io/app/web", request.Spec.Repository!.From.Name);
        Assert.Equal(expected, request.Spec.Repository.ImportPolicy.Insecure);
        Assert.Equal(expected, ImportRequests.Create(stream, _ => false, ["x"])!.Spec.Images[0].ImportPolicy.Insecure);
    }

    [Fact]
    public void Create_NeverChecked_ImportsEveryDueTagOrTheWholeRepository()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).PointsTo('1').Tag("b", null).FollowsImage(WebImage).Tag("c").Follows("a").Build();

        Assert.Equal(ImportNeed.DueTags, ImportNeeds.GetNeed(stream));
        Assert.Equal(["b"], ImportRequests.Create(stream)!.Spec.Images.Select(image => image.To!.Name));

        var whole = ImportRequests.Create(InRepository(stream, "quay.io/app/web"))!;
        Assert.Equal(["a", "b"], whole.Spec.Images.Select(image => image.To!.Name));
        Assert.NotNull(whole.Spec.Repository);
    }

    [Fact]
    public void Create_NothingIsDue_IsNone()
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebImage).PointsTo('1').Build();

        Assert.Equal(ImportNeed.DueTags, ImportNeeds.GetNeed(stream));
        Assert.Null(ImportRequests.Create(stream));
        Assert.Equal(ImportNeed.None, ImportNeeds.GetNeed(AnImageStream().Tag("a").Follows("b").Build()));
        Assert.Null(ImportRequests.Create(AnImageStream().Tag("a").Follows("b").Build()));
    }

    [Fact]
    public void Create_CheckedBefore_ImportsDueTagsAloneAndNoneThatHasNoGeneration()
    {
        var stream = Checked(InRepository(AnImageStream().Tag("a", 2).FollowsImage(WebImage).PointsTo('1', 1).Build(), "quay.io/app/web"));
        var request = ImportRequests.Create(stream)!;

        Assert.Equal(["a"], request.Spec.Images.Select(image => image.To!.Name));
        Assert.Null(request.Spec.Repository);
        Assert.Null(ImportRequests.Create(Checked(AnImageStream().Tag("a", null).FollowsImage(WebImage).Build())));
    }

    [Fact]
    public void Create_NoName_IsAnEmptyOne()
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = ReferenceKinds.DockerImage }).Build();
        Assert.Equal("", Assert.Single(ImportRequests.Create(stream, _ => true)!.Spec.Images).From.Name);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("2024-06-01T00:00:00Z", false)]
    public void GetNeed_EmptyAnnotation_IsNone(string check, bool isEverything)
    {
        var stream = InRepository(AnImageStream().Build(), "quay.io/app/web");
        stream = Checked(stream, check);

        Assert.Equal(isEverything ? ImportNeed.Everything : ImportNeed.None, ImportNeeds.GetNeed(stream));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("Not:an:image", false)]
    [InlineData(WebImage, true)]
    public void GetScheduledTags_Name_MustBeOneThatCanMove(string? name, bool expected)
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = name }).Scheduled().Build();
        Assert.Equal(expected, ImportNeeds.GetScheduledTags(stream).Count == 1);
    }

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(-4, -3, 0)]
    public void GetObservedGeneration_ConditionOfAnImport_CountsAndNoOther(long image, long failure, long expected)
    {
        var stream = AnImageStream().Tag("a").PointsTo('1', image).HasFailed("NotFound", failure).Build();
        Assert.Equal(expected, ImportNeeds.GetObservedGeneration(stream, "a"));

        var other = TagHistory.SetConditions(stream, "a", [AFailure("NotFound", 9) with { Type = "Other" }]);
        Assert.Equal(Math.Max(0, image), ImportNeeds.GetObservedGeneration(other, "a"));
    }

    [Theory]
    [InlineData(1L, true)]
    [InlineData(2L, false)]
    [InlineData(null, false)]
    public void IsImported_LatestEventOfTheSpecTag_Decides(long? generation, bool expected)
    {
        var stream = AnImageStream().Tag("a", generation).FollowsImage(WebImage).PointsTo('1', 1).Build();

        Assert.Equal(expected, ImportNeeds.IsImported(stream, stream.Spec.Tags[0]));
        Assert.False(ImportNeeds.IsImported(AnImageStream().Tag("a", 1).HasFailed("NotFound").Build(), stream.Spec.Tags[0]));
    }

    private static ImageStream Checked(ImageStream stream, string check = "2024-06-01T00:00:00Z")
    {
        var annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, check);
        return stream with { Metadata = stream.Metadata with { Annotations = annotations } };
    }

    private static ImageStream InRepository(ImageStream stream, string repository) =>
        stream with { Spec = stream.Spec with { DockerImageRepository = repository } };
}
