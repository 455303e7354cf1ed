using ImageStreams.Collections;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class ImportValidationTests
{
    private static readonly ObjectMeta Metadata = new() { Name = "ruby", Namespace = "shop" };

    [Fact]
    public void Validate_NothingToImport_IsInvalid() => AssertErrors(
        ImageStreamValidator.Validate(new ImageStreamImport { Metadata = Metadata }), "FieldValueInvalid spec.images");

    [Theory]
    [InlineData("quay.io/app/web:1")]
    [InlineData("*")]
    public void Validate_ValidImage_FindsNothing(string name) => AssertErrors(Validate(AnImage(name)));

    [Fact]
    public void Validate_Star_NeedsNoPolicy()
    {
        TagImportPolicy policy = new() { ImportMode = new ImportMode("Fast") };
        AssertErrors(Validate(AnImage("*") with { ImportPolicy = policy }));
        AssertErrors(
            Validate(AnImage("ruby") with { ImportPolicy = policy }), "FieldValueInvalid spec.images[0].importPolicy.importMode");
    }

    [Fact]
    public void Validate_InvalidImages_AreReportedByPosition() => AssertErrors(
        Validate(
            AnImage("a b"), AnImage(""), AnImage("ruby") with { To = new LocalObjectReference() },
            new() { From = ObjectReference.ImageStreamTag("ruby:2") }),
        "FieldValueInvalid spec.images[0].from.name",
        "FieldValueRequired spec.images[1].from.name",
        "FieldValueInvalid spec.images[2].to.name",
        "FieldValueInvalid spec.images[3].from.kind");

    [Theory]
    [InlineData("quay.io/app/web")]
    [InlineData("quay.io/app/web:1", "FieldValueInvalid spec.repository.from.name")]
    [InlineData("*", "FieldValueInvalid spec.repository.from.name")]
    [InlineData("", "FieldValueRequired spec.repository.from.name")]
    public void Validate_Repository_IsOneRepository(string name, params string[] errors) => AssertErrors(
        ImageStreamValidator.Validate(new ImageStreamImport
        {
            Metadata = Metadata,
            Spec = new() { Repository = new() { From = ObjectReference.DockerImage(name) } },
        }),
        errors);

    private static ImageImportSpec AnImage(string name) => new() { From = ObjectReference.DockerImage(name) };

    private static ValueList<FieldError> Validate(params ImageImportSpec[] images) => ImageStreamValidator.Validate(
        new ImageStreamImport { Metadata = Metadata, Spec = new() { Images = [.. images] } });
}
