using ImageStreams.Collections;
using ImageStreams.Tests.Builders;
using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class StreamValidationTests
{
    private static readonly AllowedRegistries OnlyQuay = AllowedRegistries.Create([new() { DomainName = "quay.io" }]);

    [Fact]
    public void Validate_ValidStream_FindsNothing()
    {
        var stream = ATag().FollowsImage("quay.io/app/web:1").PointsTo('1').Build();
        AssertErrors(ImageStreamValidator.Validate(stream, OnlyQuay));
    }

    [Fact]
    public void Validate_ManyErrors_ReportsAllInTheOrderOfTheDocument()
    {
        var stream = ATag().From(new ObjectReference { Kind = "Pod" }).InMode(new ImportMode("Fast")).PointsTo('1', pullSpec: "A").Build();
        stream = stream with { Metadata = stream.Metadata with { Name = "Ruby", Namespace = "" } };
        stream = stream with { Spec = stream.Spec with { DockerImageRepository = "a b" } };

        AssertErrors(
            ImageStreamValidator.Validate(stream),
            "FieldValueInvalid metadata.name",
            "FieldValueRequired metadata.namespace",
            "FieldValueInvalid spec.dockerImageRepository",
            "FieldValueRequired spec.tags[a].from.name",
            "FieldValueRequired spec.tags[a].from.kind",
            "FieldValueInvalid spec.tags[a].importPolicy.importMode",
            "FieldValueInvalid status.tags[a].items[0].dockerImageReference");
    }

    [Fact]
    public void Validate_InvalidPullSpec_ReportsThePosition()
    {
        var stream = ATag().FollowsImage("quay.io/A/web").Build();
        AssertError(
            ImageStreamValidator.Validate(stream), "FieldValueInvalid spec.tags[a].from.name", "quay.io/A/web",
            "'quay.io/A/web' is not an image reference: 'A' at index 8 must be lower-case.");
    }

    [Theory]
    [InlineData("quay.io/app/web:1")]
    [InlineData("quay.io/app/web@sha256:1111111111111111111111111111111111111111111111111111111111111111")]
    public void Validate_RepositoryThatNamesAnImage_IsInvalid(string repository)
    {
        var stream = WithRepository(repository);
        AssertErrors(ImageStreamValidator.Validate(stream, OnlyQuay), "FieldValueInvalid spec.dockerImageRepository");
    }

    [Fact]
    public void Validate_ScheduledTagThatFollowsATag_IsInvalid()
    {
        var stream = ATag().Follows("b").ChangeSpecTag(specTag => specTag with { ImportPolicy = new() { Scheduled = true } }).Build();

        var errors = ImageStreamValidator.Validate(stream);

        AssertErrors(errors, "FieldValueInvalid spec.tags[a].importPolicy.scheduled");
        Assert.Equal(true, errors[0].BadValue);
    }

    [Fact]
    public void Validate_NoReferencePolicy_IsInvalidWithoutDefaults()
    {
        var stream = AnImageStream().Tag("a").Build();
        AssertErrors(ImageStreamValidator.Validate(stream), "FieldValueInvalid spec.tags[a].referencePolicy.type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b:c d")]
    public void Validate_AnyTagName_IsAccepted(string tag)
    {
        var stream = AnImageStream().Tag(tag).UnderPolicy(ReferencePolicyType.Source).Build();
        AssertErrors(ImageStreamValidator.Validate(stream));
    }

    [Fact]
    public void Validate_EmptyNameOfAnImage_IsMissingAndMeansDockerHub()
    {
        var stream = ATag().FollowsImage("").Build();
        AssertErrors(
            ImageStreamValidator.Validate(stream, OnlyQuay),
            "FieldValueRequired spec.tags[a].from.name",
            "FieldValueForbidden spec.tags[a].from.name");
    }

    [Fact]
    public void Validate_EventWithoutPullSpec_IsMissing() => AssertErrors(
        ImageStreamValidator.Validate(ATag().PointsTo('1', pullSpec: "").Build()),
        "FieldValueRequired status.tags[a].items[0].dockerImageReference");

    [Theory]
    [InlineData(false, "FieldValueForbidden spec.tags[a].from.name")]
    [InlineData(true)]
    public void Validate_RegistryAllowedOnPort80_NeedsAnInsecureTag(bool insecure, params string[] errors)
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "old.example.com", Insecure = true }]);
        var stream = ATag().FollowsImage("old.example.com/app")
            .ChangeSpecTag(specTag => specTag with { ImportPolicy = new() { Insecure = insecure } }).Build();

        AssertErrors(ImageStreamValidator.Validate(stream, allowed), errors);
    }

    [Fact]
    public void Validate_InsecureAnnotation_AppliesToTheWholeStream()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "old.example.com", Insecure = true }]);
        var stream = ATag().FollowsImage("old.example.com/app").PointsTo('1', pullSpec: "old.example.com/app:1").Build();
        var annotations = new ValueMap<string>().Set("openshift.io/image.insecureRepository", "true");

        Assert.Equal(2, ImageStreamValidator.Validate(stream, allowed).Count);
        stream = stream with { Metadata = stream.Metadata with { Annotations = annotations } };
        AssertErrors(ImageStreamValidator.Validate(stream, allowed));
    }

    [Fact]
    public void ValidateUpdate_RepositoriesOfTheOldStream_AreAllowed()
    {
        var old = ATag().FollowsImage("docker.io/library/ruby:1").PointsTo('1', pullSpec: "ghcr.io/a/b:1").Build();
        var stream = ATag().FollowsImage("ruby:2").PointsTo('1', pullSpec: "ghcr.io/a/b:2").PointsTo('2', pullSpec: "ghcr.io/a/c").Build();

        AssertErrors(
            ImageStreamValidator.ValidateUpdate(stream, old, OnlyQuay),
            "FieldValueForbidden status.tags[a].items[1].dockerImageReference");
    }

    [Fact]
    public void ValidateStatusUpdate_OnlyNewPullSpecs_AreChecked()
    {
        var old = ATag().PointsTo('1', pullSpec: "a b").PointsTo('2', pullSpec: "ghcr.io/a/b").Build();
        var stream = ATag().PointsTo('1', pullSpec: "a b").PointsTo('2', pullSpec: "ghcr.io/a/b").PointsTo('3', pullSpec: "ghcr.io/a/c")
            .PointsTo('4', pullSpec: "").Build();

        AssertErrors(
            ImageStreamValidator.ValidateStatusUpdate(stream, old, OnlyQuay),
            "FieldValueForbidden status.tags[a].items[2].dockerImageReference",
            "FieldValueInvalid status.tags[a].items[3].dockerImageReference");
    }

    [Fact]
    public void ValidateStatusUpdate_OneInsecureTag_AppliesToAllTagsWithThatPullSpec()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "old.example.com", Insecure = true }]);
        var old = ATag().Build();
        var stream = ATag().PointsTo('1', pullSpec: "old.example.com/app")
            .Tag("b").ChangeSpecTag(specTag => specTag with { ImportPolicy = new() { Insecure = true } })
            .PointsTo('1', pullSpec: "old.example.com/app").Build();

        AssertErrors(ImageStreamValidator.ValidateStatusUpdate(stream, old, allowed));
    }

    [Fact]
    public void Validate_LongTagName_IsCutInThePath()
    {
        var stream = AnImageStream().Tag(new string('a', 100_000)).Build();
        Assert.InRange(ImageStreamValidator.Validate(stream)[0].Field.Length, 1_024, 1_100);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public void Validate_ValidTags_CostsNoMoreThanReadingTheirPullSpecs(int count)
    {
        var stream = WithTags(count);
        _ = ImageStreamValidator.Validate(stream, OnlyQuay);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = ImageStreamValidator.Validate(stream, OnlyQuay);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(errors.IsEmpty);
        Assert.InRange(allocated / count, 0, 200); // a reference and its registry; no path, no closure
    }

    private static StreamBuilder ATag() => AnImageStream().Tag("a").UnderPolicy(ReferencePolicyType.Source);

    private static ImageStream WithRepository(string repository)
    {
        var stream = AnImageStream().Build();
        return stream with { Spec = stream.Spec with { DockerImageRepository = repository } };
    }

    private static ImageStream WithTags(int count)
    {
        var builder = AnImageStream();
        for (var i = 0; i < count; i++)
        {
            builder.Tag($"t{i}").FollowsImage($"quay.io/app/web:{i}").UnderPolicy(ReferencePolicyType.Source);
        }

        return builder.Build();
    }
}
